package dev.adjc.bench;

/**
 * Rosenbrock's function of 20 variables and its gradient, written out by hand with the arguments that the generated methods have:
 * each term is computed once, and what it adds to the gradient right after it.
 */
final class RosenbrockByHand implements Evaluator {
    @Override
    public double value(double[] x) {
        return value(
                x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9], x[10], x[11], x[12], x[13], x[14], x[15],
                x[16], x[17], x[18], x[19]);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        return gradient(
                x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9], x[10], x[11], x[12], x[13], x[14], x[15],
                x[16], x[17], x[18], x[19], gradient);
    }

    private static double value(
            double x1,
            double x2,
            double x3,
            double x4,
            double x5,
            double x6,
            double x7,
            double x8,
            double x9,
            double x10,
            double x11,
            double x12,
            double x13,
            double x14,
            double x15,
            double x16,
            double x17,
            double x18,
            double x19,
            double x20) {
        return term(x1, x2)
                + term(x2, x3)
                + term(x3, x4)
                + term(x4, x5)
                + term(x5, x6)
                + term(x6, x7)
                + term(x7, x8)
                + term(x8, x9)
                + term(x9, x10)
                + term(x10, x11)
                + term(x11, x12)
                + term(x12, x13)
                + term(x13, x14)
                + term(x14, x15)
                + term(x15, x16)
                + term(x16, x17)
                + term(x17, x18)
                + term(x18, x19)
                + term(x19, x20);
    }

    private static double term(double x, double y) {
        double t = 1 - x;
        double u = y - x * x;
        return t * t + 100 * (u * u);
    }

    private static double gradient(
            double x1,
            double x2,
            double x3,
            double x4,
            double x5,
            double x6,
            double x7,
            double x8,
            double x9,
            double x10,
            double x11,
            double x12,
            double x13,
            double x14,
            double x15,
            double x16,
            double x17,
            double x18,
            double x19,
            double x20,
            double[] gradient) {
        double t1 = 1 - x1;
        double u1 = x2 - x1 * x1;
        double f1 = t1 * t1 + 100 * (u1 * u1);
        double v1 = 200 * u1;
        gradient[0] = -2 * (t1 + x1 * v1);
        double t2 = 1 - x2;
        double u2 = x3 - x2 * x2;
        double f2 = f1 + (t2 * t2 + 100 * (u2 * u2));
        double v2 = 200 * u2;
        gradient[1] = v1 - 2 * (t2 + x2 * v2);
        double t3 = 1 - x3;
        double u3 = x4 - x3 * x3;
        double f3 = f2 + (t3 * t3 + 100 * (u3 * u3));
        double v3 = 200 * u3;
        gradient[2] = v2 - 2 * (t3 + x3 * v3);
        double t4 = 1 - x4;
        double u4 = x5 - x4 * x4;
        double f4 = f3 + (t4 * t4 + 100 * (u4 * u4));
        double v4 = 200 * u4;
        gradient[3] = v3 - 2 * (t4 + x4 * v4);
        double t5 = 1 - x5;
        double u5 = x6 - x5 * x5;
        double f5 = f4 + (t5 * t5 + 100 * (u5 * u5));
        double v5 = 200 * u5;
        gradient[4] = v4 - 2 * (t5 + x5 * v5);
        double t6 = 1 - x6;
        double u6 = x7 - x6 * x6;
        double f6 = f5 + (t6 * t6 + 100 * (u6 * u6));
        double v6 = 200 * u6;
        gradient[5] = v5 - 2 * (t6 + x6 * v6);
        double t7 = 1 - x7;
        double u7 = x8 - x7 * x7;
        double f7 = f6 + (t7 * t7 + 100 * (u7 * u7));
        double v7 = 200 * u7;
        gradient[6] = v6 - 2 * (t7 + x7 * v7);
        double t8 = 1 - x8;
        double u8 = x9 - x8 * x8;
        double f8 = f7 + (t8 * t8 + 100 * (u8 * u8));
        double v8 = 200 * u8;
        gradient[7] = v7 - 2 * (t8 + x8 * v8);
        double t9 = 1 - x9;
        double u9 = x10 - x9 * x9;
        double f9 = f8 + (t9 * t9 + 100 * (u9 * u9));
        double v9 = 200 * u9;
        gradient[8] = v8 - 2 * (t9 + x9 * v9);
        double t10 = 1 - x10;
        double u10 = x11 - x10 * x10;
        double f10 = f9 + (t10 * t10 + 100 * (u10 * u10));
        double v10 = 200 * u10;
        gradient[9] = v9 - 2 * (t10 + x10 * v10);
        double t11 = 1 - x11;
        double u11 = x12 - x11 * x11;
        double f11 = f10 + (t11 * t11 + 100 * (u11 * u11));
        double v11 = 200 * u11;
        gradient[10] = v10 - 2 * (t11 + x11 * v11);
        double t12 = 1 - x12;
        double u12 = x13 - x12 * x12;
        double f12 = f11 + (t12 * t12 + 100 * (u12 * u12));
        double v12 = 200 * u12;
        gradient[11] = v11 - 2 * (t12 + x12 * v12);
        double t13 = 1 - x13;
        double u13 = x14 - x13 * x13;
        double f13 = f12 + (t13 * t13 + 100 * (u13 * u13));
        double v13 = 200 * u13;
        gradient[12] = v12 - 2 * (t13 + x13 * v13);
        double t14 = 1 - x14;
        double u14 = x15 - x14 * x14;
        double f14 = f13 + (t14 * t14 + 100 * (u14 * u14));
        double v14 = 200 * u14;
        gradient[13] = v13 - 2 * (t14 + x14 * v14);
        double t15 = 1 - x15;
        double u15 = x16 - x15 * x15;
        double f15 = f14 + (t15 * t15 + 100 * (u15 * u15));
        double v15 = 200 * u15;
        gradient[14] = v14 - 2 * (t15 + x15 * v15);
        double t16 = 1 - x16;
        double u16 = x17 - x16 * x16;
        double f16 = f15 + (t16 * t16 + 100 * (u16 * u16));
        double v16 = 200 * u16;
        gradient[15] = v15 - 2 * (t16 + x16 * v16);
        double t17 = 1 - x17;
        double u17 = x18 - x17 * x17;
        double f17 = f16 + (t17 * t17 + 100 * (u17 * u17));
        double v17 = 200 * u17;
        gradient[16] = v16 - 2 * (t17 + x17 * v17);
        double t18 = 1 - x18;
        double u18 = x19 - x18 * x18;
        double f18 = f17 + (t18 * t18 + 100 * (u18 * u18));
        double v18 = 200 * u18;
        gradient[17] = v17 - 2 * (t18 + x18 * v18);
        double t19 = 1 - x19;
        double u19 = x20 - x19 * x19;
        double f19 = f18 + (t19 * t19 + 100 * (u19 * u19));
        double v19 = 200 * u19;
        gradient[18] = v18 - 2 * (t19 + x19 * v19);
        gradient[19] = v19;
        return f19;
    }
}
