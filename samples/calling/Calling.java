import lectures.UmbcReverse;

/** Calls a generated class: a record where that is convenient, an array of one's own where nothing may be allocated. */
class Calling {
    public static void main(String[] arguments) {
        UmbcReverse.Gradient at = UmbcReverse.gradient(2, 1, 1);
        System.out.println("value " + at.value() + ", by x1 " + at.x1() + ", by x2 " + at.x2());

        double[] gradient = new double[2];
        for (int x2 = 2; x2 <= 4; x2++) {
            double value = UmbcReverse.gradient(2, x2, 1, gradient);
            System.out.println("value " + value + ", by x1 " + gradient[0] + ", by x2 " + gradient[1]);
        }
    }
}
