"""Formulas for samples/engineering."""

from mpmath import (
    asin,
    atan,
    atan2,
    cos,
    cosh,
    exp,
    findroot,
    log,
    log10,
    matrix,
    mpf,
    ncdf,
    pi,
    sin,
    sqrt,
)

GAS = mpf("8.314462618")
FARADAY = "96485.33212"


def exact(decimal):
    """A constant that the program writes as a decimal number, to the digits in use."""
    return mpf(decimal)


def black_scholes(S, K, r, σ, T):
    forward = S * exp(r * T)
    total = σ * σ * T
    d = log(forward / K) / sqrt(total)
    return exp(-r * T) * (forward * ncdf(d + sqrt(total) / 2) - K * ncdf(d - sqrt(total) / 2))


def turned(θ, d, a, α):
    """Denavit and Hartenberg's matrix, as robotics texts print it; α counts quarter turns."""
    cα, sα = {0: (1, 0), 1: (0, 1), -1: (0, -1)}[α]
    c, s = cos(θ), sin(θ)
    return matrix([[c, -s * cα, s * sα, a * c], [s, c * cα, -c * sα, a * s], [0, sα, cα, d], [0, 0, 0, 1]])


def robot_arm(q1, q2, q3, q4, q5, q6):
    pose = (
        turned(q1, exact("0.089159"), 0, 1)
        * turned(q2, 0, exact("-0.425"), 0)
        * turned(q3, 0, exact("-0.39225"), 0)
        * turned(q4, exact("0.10915"), 0, 1)
        * turned(q5, exact("0.09465"), 0, -1)
        * turned(q6, exact("0.0823"), 0, 0)
    )
    roll = atan2(pose[2, 1], pose[2, 2])
    return pose[0, 3], pose[1, 3], pose[2, 3], roll, -asin(pose[2, 0]), atan2(pose[1, 0], pose[0, 0])


def link(*values):
    axes, (θ, d, a, cα, sα) = values[:12], values[12:]
    frame = matrix(4, 4)
    for column in range(4):
        for row in range(3):
            frame[row, column] = axes[3 * column + row]
    frame[3, 3] = 1
    c, s = cos(θ), sin(θ)
    turn = matrix([[c, -s * cα, s * sα, a * c], [s, c * cα, -c * sα, a * s], [0, sα, cα, d], [0, 0, 0, 1]])
    product = frame * turn
    return tuple(product[row, column] for column in range(4) for row in range(3))


LINK = ["xx", "xy", "xz", "yx", "yy", "yz", "zx", "zy", "zz", "px", "py", "pz", "θ", "d", "a", "cos_α", "sin_α"]


def peng_robinson(T, v, Tc, pc, ω):
    R = exact("8.314462618")
    b = exact("0.07780") * R * Tc / pc
    κ = exact("0.37464") + exact("1.54226") * ω - exact("0.26992") * ω**2
    attraction = exact("0.45724") * R**2 * Tc**2 / pc * (1 + κ - κ * sqrt(T / Tc)) ** 2
    return R * T / (v - b) - attraction / (v * (v + b) + b * (v - b))


def eccentric_anomaly(M, e):
    return findroot(lambda E: E - e * sin(E) - M, M + e * sin(M))


def kepler_step(E, M, e):
    return (e * (sin(E) - E * cos(E)) + M) / (1 - e * cos(E))


def orbit(a, e, t, μ):
    E = eccentric_anomaly(sqrt(μ / a**3) * t, e)
    speed = sqrt(μ / a * (1 + e * cos(E)) / (1 - e * cos(E)))
    return a * (cos(E) - e), a * sqrt((1 - e) * (1 + e)) * sin(E), speed


def rosenbrock(*x):
    return sum(100 * (x[i + 1] - x[i] * x[i]) ** 2 + (1 - x[i]) ** 2 for i in range(len(x) - 1))


def turbulent_friction(Re, roughness):
    start = mpf("7.0") if Re * roughness < 500 else mpf("5.5")
    x = findroot(lambda x: x + 2 * log10(roughness / exact("3.7") + exact("2.51") * x / Re), start)
    return 1 / x**2


def colebrook_step(x, k, s):
    def residual(x):
        return x + 2 * log(k + s * x) / log(mpf(10))

    return x - residual(x) / (1 + 2 / log(mpf(10)) * s / (k + s * x))


def pipe_flow(v, D, L, ε, ρ, μ):
    Re = ρ * v * D / μ
    if Re < 2300:
        return 32 * μ * L * v / D**2
    return turbulent_friction(Re, ε / D) * L * ρ * v * v / (2 * D)


def saturation(T):
    x = T / exact("298.15")
    return x**3 * exp(exact("1.12") / exact("8.617333262e-5") / exact("298.15") * (1 - 1 / x))


def solar_cell(u, G, T, n):
    light = exact("3.4e-5") * G * (1 + exact("5e-4") * (T - exact("298.15")))
    diode = exact("1e-9") * saturation(T) * (exp(u / (n * exact("8.617333262e-5") * T)) - 1)
    I = light - diode - u / 120
    V = u - exact("0.012") * I
    return V, I, V * I


def great_circle(lat, long, lat0, long0):
    def place(latitude, longitude):
        φ, λ = latitude * pi / 180, longitude * pi / 180
        return matrix([cos(φ) * cos(λ), cos(φ) * sin(λ), sin(φ)])

    here, there = place(lat0, long0), place(lat, long)
    chord = sqrt(sum((there[i] - here[i]) ** 2 for i in range(3)))
    λ0 = long0 * pi / 180
    east = matrix([-sin(λ0), cos(λ0), 0])
    north = matrix(
        [
            here[1] * east[2] - here[2] * east[1],
            here[2] * east[0] - here[0] * east[2],
            here[0] * east[1] - here[1] * east[0],
        ]
    )
    along = [sum(there[i] * axis[i] for i in range(3)) for axis in (east, north)]
    return 2 * exact("6371.0088") * asin(chord / 2), atan2(*along) * 180 / pi


def bond_price(y, coupon, periods):
    return sum(coupon / (1 + y) ** k for k in range(1, int(periods) + 1)) + 100 / (1 + y) ** int(periods)


def yield_step(y, price, coupon, periods):
    n = int(periods)
    slope = -sum(k * coupon / (1 + y) ** (k + 1) for k in range(1, n + 1)) - n * 100 / (1 + y) ** (n + 1)
    return y - (bond_price(y, coupon, periods) - price) / slope


def bond(price, coupon, periods):
    return findroot(lambda y: bond_price(y, coupon, periods) - price, coupon / price)


def michaelis_menten(S, Vmax, Km):
    return Vmax / (1 + Km / S)


def enzyme(Vmax, Km, σ, S, v):
    return -((v - michaelis_menten(S, Vmax, Km)) ** 2) / (2 * σ**2) - log(2 * pi * σ**2) / 2


def helmholtz(x1, x2, x3, RT):
    x = matrix([x1, x2, x3])
    b = matrix([exact("0.1"), exact("0.25"), exact("0.4")])
    A = matrix([[exact("0.5"), exact("0.3"), 0], [0, exact("0.75"), exact("0.2")], [exact("0.4"), 0, exact("1.25")]])
    B = (b.T * x)[0]
    ideal = sum(each * (log(each) - log(1 - B)) for each in x)
    root = sqrt(mpf(2))
    return RT * ideal - (x.T * A * x)[0] / (2 * root * B) * (log(1 + B + root * B) - log(1 + B - root * B))


def acceleration(θ, ω, τ, c):
    return τ - c * ω - exact("9.80665") * 2 * sin(θ)


def pendulum(θ, ω, τ, c, h):
    def slope(state):
        return matrix([state[1], acceleration(state[0], state[1], τ, c)])

    state = matrix([θ, ω])
    k1 = slope(state)
    k2 = slope(state + k1 * h / 2)
    k3 = slope(state + k2 * h / 2)
    k4 = slope(state + k3 * h)
    after = state + (k1 + k2 * 2 + k3 * 2 + k4) * h / 6
    return after[0], after[1]


def thermal_voltage(T):
    return exact("8.314462618") * T / exact(FARADAY)


def resting_potential(K_outside, K_inside, Na_outside, Na_inside, Cl_outside, Cl_inside, p_Na, p_Cl, T):
    entering = K_outside + p_Na * Na_outside + p_Cl * Cl_inside
    leaving = K_inside + p_Na * Na_inside + p_Cl * Cl_outside
    return thermal_voltage(T) * (log(entering) - log(leaving))


def relaxation(u):
    return u / (exp(u) - 1) if u != 0 else mpf(1)


def goldman_current(V, P, inside, outside, T, z):
    u = z * V / thermal_voltage(T)
    if u == 0:
        return P * z * exact(FARADAY) * (inside - outside)
    return P * z * exact(FARADAY) * u * (inside - outside * exp(-u)) / (1 - exp(-u))


def antoine(T, A, B, C):
    return exp((A - B / (C + T)) * log(mpf(10)))


def van_laar(x, A, B):
    return exp(A / (1 + A * x / (B * (1 - x))) ** 2) if x != 1 else mpf(1)


def bubble_point(x, T):
    A, B = exact("1.6798"), exact("0.9227")
    ethanol = x * van_laar(x, A, B) * antoine(T, exact("8.11220"), exact("1592.864"), exact("226.184"))
    water = (1 - x) * van_laar(1 - x, B, A) * antoine(T, exact("8.07131"), exact("1730.63"), exact("233.426"))
    return ethanol + water, ethanol / (ethanol + water)


def open_channel(b, depth, z, S, n):
    area, wetted = b * depth + z * depth**2, b + 2 * depth * sqrt(1 + z**2)
    return exp(5 * log(area) / 3 - 2 * log(wetted) / 3) * sqrt(S) / n


def tyre(α, load, μ, B, C, E):
    return μ * load * sin(C * atan((1 - E) * B * α + E * atan(B * α)))


def controller(e, e_before, integral, kp, ki, kd, h):
    wanted = kp * e + ki * integral + kd * (e - e_before) / h
    return max(mpf(-1), min(mpf(1), wanted)), integral if abs(wanted) > 1 else integral + h * e


def low_pass(f, f_c, order):
    return 10 * log10(1 / (1 + (f / f_c) ** (2 * int(order))))


def weak_acid(pK, C):
    K, W = mpf(10) ** -pK, exact("1e-14")

    def balance(pH):
        h = mpf(10) ** -pH
        return (h - W / h - C * K / (K + h)) / (h + W / h)

    return findroot(balance, -log10(sqrt(K * C) + sqrt(W)))


def weak_acid_step(l, K, C, W):
    h = exp(l)
    return l - (h - W / h - C * K / (K + h)) / (h + W / h + C * K * h / (K + h) ** 2)


def catenary(span, a, w):
    x = span / (2 * a)
    return a * (exp(x) - exp(-x)), a * (cosh(x) - 1), w * a * cosh(x)
