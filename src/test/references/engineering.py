"""Points of samples/engineering."""

from mpmath import log

from cases import Case, Sample
from formulas import (
    LINK,
    acceleration,
    antoine,
    black_scholes,
    bond,
    bond_price,
    bubble_point,
    catenary,
    colebrook_step,
    controller,
    eccentric_anomaly,
    enzyme,
    goldman_current,
    great_circle,
    helmholtz,
    kepler_step,
    link,
    low_pass,
    michaelis_menten,
    open_channel,
    orbit,
    pendulum,
    peng_robinson,
    pipe_flow,
    relaxation,
    resting_potential,
    robot_arm,
    rosenbrock,
    saturation,
    solar_cell,
    thermal_voltage,
    turbulent_friction,
    tyre,
    van_laar,
    weak_acid,
    weak_acid_step,
    yield_step,
)


def at(names, *points):
    return [Case(**dict(zip(names.split(), point if isinstance(point, tuple) else (point,)))) for point in points]


X20 = " ".join(f"x{i}" for i in range(1, 21))
RESTING = "K_outside K_inside Na_outside Na_inside Cl_outside Cl_inside p_Na p_Cl T"

SAMPLES = [
    Sample(
        "black_scholes",
        "finance textbooks: Black and Scholes 1973; its gradient is the Greeks",
        (
            "black_scholes",
            black_scholes,
            *at(
                "S K r σ T",
                (100, 95, 0.05, 0.25, 0.5),
                (42, 40, 0.1, 0.2, 0.5),
                (80, 120, 0.01, 0.4, 2),
                (100, 100, 0, 0.2, 1),
            ),
        ),
    ),
    Sample(
        "robot_arm",
        "robotics textbooks: kinematics after Denavit and Hartenberg, with the UR5's published measures",
        (
            "robot_arm",
            robot_arm,
            *at(
                "q1 q2 q3 q4 q5 q6",
                (0.25, -1.5, 1.25, -0.75, 0.5, 1),
                (-2, -0.5, -1.75, 0.125, -1.25, 3),
                (1, 2, 0.5, -0.5, 1, -2),
            ),
        ),
        (
            "link",
            lambda **values: link(*(values[name] for name in LINK)),
            *at(" ".join(LINK), (1, 0, 0, 0, 0.6, 0.8, 0, -0.8, 0.6, 0.5, -0.25, 2, 0.75, 0.125, 1.5, 0.28, 0.96)),
        ),
    ),
    Sample(
        "peng_robinson",
        "thermodynamics: Peng and Robinson 1976, with carbon dioxide and propane",
        (
            "peng_robinson",
            peng_robinson,
            *at(
                "T v Tc pc ω",
                (320, 4e-4, 304.13, 7377300.0, 0.22394),
                (300, 2.5e-3, 369.83, 4248000.0, 0.1523),
                (280, 5e-5, 304.13, 7377300.0, 0.22394),
            ),
        ),
    ),
    Sample(
        "kepler",
        "celestial mechanics: Kepler's equation by Newton's method; the reference is its root",
        ("kepler_step", kepler_step, *at("E M e", (1.25, 1, 0.3), (0.5, 3, 0.7))),
        (
            "eccentric_anomaly",
            eccentric_anomaly,
            *at("M e", (1, 0.0167), (2.5, 0.5), (0.75, 0.25), (5, 0.7), (-1, 0.2)),
        ),
        (
            "orbit",
            orbit,
            *at("a e t μ", (26560, 0.02, 9000, 398600.4418), (1.5, 0.375, 1, 1), (24400, 0.7, 15000, 398600.4418)),
        ),
    ),
    Sample(
        "rosenbrock",
        "optimisation: Rosenbrock 1960",
        ("rosenbrock", lambda x, y: rosenbrock(x, y), *at("x y", (-1.2, 1), (1, 1), (0.5, 2), (3, 9.25))),
    ),
    Sample(
        "rosenbrock20",
        "optimisation: Rosenbrock's function extended to 20 variables",
        (
            "rosenbrock20",
            lambda **x: rosenbrock(*(x[f"x{i}"] for i in range(1, 21))),
            *at(X20, (-1.2, 1) * 10, (1,) * 20, tuple(i / 8 - 1 for i in range(20))),
        ),
    ),
    Sample(
        "pipe_flow",
        "hydraulics: Darcy and Weisbach, Colebrook 1939, Haaland 1983; the reference is the root itself",
        ("colebrook_step", colebrook_step, *at("x k s", (7, 1e-4, 2.5e-5), (5.5, 5e-3, 2.5e-6))),
        ("turbulent_friction", turbulent_friction, *at("Re roughness", (1e5, 1e-4), (4000, 0.01), (1e7, 1e-6))),
        (
            "pipe_flow",
            pipe_flow,
            *at(
                "v D L ε ρ μ",
                (1.5, 0.1, 250, 4.5e-5, 998.2, 1.002e-3),
                (0.05, 0.02, 10, 1e-6, 870, 0.1),
                (3, 0.5, 1200, 2.6e-4, 998.2, 1.002e-3),
            ),
        ),
    ),
    Sample(
        "solar_cell",
        "photovoltaics: the single-diode equation",
        ("saturation", saturation, *at("T", 330, 273.15)),
        ("solar_cell", solar_cell, *at("u G T n", (0.5, 1000, 300, 1.2), (0, 800, 320, 1.2), (0.625, 500, 315, 1.5))),
    ),
    Sample(
        "great_circle",
        "navigation: the haversine formula; the reference goes by the chord between two unit vectors",
        (
            "great_circle",
            lambda lat, long, **station: great_circle(lat, long, station["lat₀"], station["long₀"]),
            *at(
                "lat long lat₀ long₀",
                (48.8566, 2.3522, 52.52, 13.405),
                (-33.875, 151.25, 51.5, 0),
                (47.5, 8.5, 47.375, 8.5625),
            ),
        ),
    ),
    Sample(
        "bond",
        "finance textbooks: yield to maturity by Newton's method; the reference is the root itself",
        (
            "bond_price",
            lambda coupon, periods, **y: bond_price(y["yield"], coupon, periods),
            *at("yield coupon periods", (0.03, 2.5, 10), (0.0625, 0, 4), (0.004, 6, 30)),
        ),
        (
            "yield_step",
            lambda price, coupon, periods, **y: yield_step(y["yield"], price, coupon, periods),
            *at("yield price coupon periods", (0.03, 104, 2.5, 10), (0.0625, 70, 3, 4)),
        ),
        ("bond", bond, *at("price coupon periods", (96.5, 2.5, 20), (104, 3, 10), (70, 1, 8))),
    ),
    Sample(
        "enzyme",
        "biochemistry: Michaelis and Menten 1913, with normal noise",
        ("michaelis_menten", michaelis_menten, *at("S Vmax Km", (2, 5, 0.5), (1e-3, 5, 40))),
        (
            "enzyme",
            enzyme,
            *at("Vmax Km σ S v", (5, 0.5, 0.25, 2, 3.75), (210, 0.0625, 10, 0.02, 47), (1.5, 3, 0.1, 8, 1)),
        ),
    ),
    Sample(
        "helmholtz",
        "chemical engineering, and texts on reverse mode since the 1980s: Helmholtz energy of a mixture of gases",
        ("mixing", lambda x, free: x * log(x) - x * log(free), *at("x free", (0.25, 0.75), (2, 0.5))),
        (
            "helmholtz",
            lambda RT, **x: helmholtz(x["x₁"], x["x₂"], x["x₃"], RT),
            *at("x₁ x₂ x₃ RT", (0.5, 0.3, 0.2, 1), (1, 1, 1, 2.5), (0.01, 2, 0.125, 0.75)),
        ),
    ),
    Sample(
        "pendulum",
        "control: a step of the classical Runge-Kutta method",
        ("acceleration", acceleration, *at("θ ω τ c", (0.5, -1, 2, 0.1), (3, 0, 0, 0))),
        (
            "pendulum",
            pendulum,
            *at("θ ω τ c h", (0.5, -1, 2, 0.1, 0.01), (3, 0.25, 0, 0, 0.125), (-1.5, 4, -3, 0.5, 0.05)),
        ),
    ),
    Sample(
        "membrane",
        "physiology: Nernst 1888, Goldman 1943, Hodgkin and Katz 1949",
        ("thermal_voltage", thermal_voltage, *at("T", 310.15)),
        (
            "nernst",
            lambda outside, inside, T, z: thermal_voltage(T) / z * (log(outside) - log(inside)),
            *at("outside inside T z", (5, 140, 310.15, 1), (110, 10, 293.15, -1), (2, 1e-4, 310.15, 2)),
        ),
        (
            "resting_potential",
            resting_potential,
            *at(RESTING, (5, 140, 145, 12, 110, 10, 0.04, 0.45, 310.15), (20, 400, 440, 50, 560, 52, 1, 0.1, 291.15)),
        ),
        ("relaxation", relaxation, *at("u", 3, -40, 0.1, -0.09375, 1e-9, 0, 0.25)),
        (
            "goldman_current",
            goldman_current,
            *at(
                "V P inside outside T z",
                (-0.07, 1e-6, 140, 5, 310.15, 1),
                (0, 1e-6, 140, 5, 310.15, 1),
                (0.03, 2e-7, 1e-4, 2, 293.15, 2),
                (0.001, 1, 10, 110, 300, -1),
            ),
        ),
    ),
    Sample(
        "bubble_point",
        "chemical engineering textbooks: Antoine, van Laar and Raoult for ethanol and water",
        ("antoine", antoine, *at("T A B C", (78, 8.1122, 1592.864, 226.184), (20, 8.07131, 1730.63, 233.426))),
        ("van_laar", van_laar, *at("x A B", (0.25, 1.6798, 0.9227), (0, 1.5, 1), (0.875, 0.5, -0.25))),
        ("bubble_point", bubble_point, *at("x T", (0.25, 80), (0.875, 78), (0, 100))),
    ),
    Sample(
        "open_channel",
        "hydraulics: Manning's formula",
        ("open_channel", open_channel, *at("b depth z S n", (3, 1.25, 2, 1e-3, 0.03), (0.5, 0.25, 0, 0.02, 0.013))),
    ),
    Sample(
        "tyre",
        "vehicle dynamics: Pacejka's magic formula",
        (
            "tyre",
            tyre,
            *at(
                "α load μ B C E",
                (0.05, 4000, 1, 10, 1.9, 0.97),
                (-0.25, 2500, 0.75, 12, 1.4, -0.5),
                (0, 4000, 1, 10, 1.9, 0.97),
            ),
        ),
    ),
    Sample(
        "controller",
        "control: a PID step with a limited actuator that stops the integral",
        (
            "controller",
            controller,
            *at(
                "e e_before integral kp ki kd h",
                (0.125, 0.25, 0.5, 2, 0.75, 0.01, 0.02),
                (0.75, 0.5, 0.125, 2, 1, 0.05, 0.01),
                (-1, -0.75, 0, 3, 0.5, 0.01, 0.02),
            ),
            Case(
                e=0.5,
                e_before=0.5,
                integral=0,
                kp=2,
                ki=1,
                kd=0.25,
                h=0.125,
                convention={
                    "u": {"e": 4, "e_before": -2, "integral": 1, "kp": 0.5, "ki": 0, "kd": 0},
                    "integral_next": {"e": 0.125, "e_before": 0, "integral": 1, "kp": 0, "ki": 0, "kd": 0},
                },
            ),
        ),
    ),
    Sample(
        "low_pass",
        "signal processing: Butterworth 1930",
        ("low_pass", low_pass, *at("f f_c order", (1200, 1000, 4), (10, 1000, 2), (2.5, 2, 1))),
    ),
    Sample(
        "weak_acid",
        "chemistry textbooks: charge balance of a weak acid; the reference is its root",
        ("weak_acid_step", weak_acid_step, *at("l K C W", (-9, 1.8e-5, 0.01, 1e-14), (-14, 1e-9, 1e-6, 1e-14))),
        ("weak_acid", weak_acid, *at("pK C", (4.75, 0.1), (9.25, 1e-6), (3, 1e-3), (6.5, 1e-8))),
    ),
    Sample(
        "catenary",
        "statics: a cable under its own weight",
        ("catenary", catenary, *at("span a w", (300, 900, 15), (100, 40, 9.81), (1000, 2500, 12.5))),
    ),
]
