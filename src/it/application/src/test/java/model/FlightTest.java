package model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FlightTest {
    @Test
    void derivativeIsTheClosedForm() {
        assertEquals(BySpeedForward.value(30, 0, 2), Flight.dragBySpeed(30), 1e-12);
    }
}
