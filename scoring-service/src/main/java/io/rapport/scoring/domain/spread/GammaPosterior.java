package io.rapport.scoring.domain.spread;

/**
 * What is believed of a rate of children per parent after some were counted: Gamma(1 + children, 1 + parents), which
 * counts that arrive at a steady rate make of a Gamma(1, 1) prior (Gelman et al., Bayesian Data Analysis, 3rd edition,
 * section 2.6).
 *
 * @param children 0 or more
 * @param parents 0 or more
 */
record GammaPosterior(long children, long parents) {

    private static final double LARGE = 100_000;
    private static final double PRECISE = 1e-13;
    private static final int MOST_STEPS = 200;
    private static final int MOST_TERMS = 100_000;
    /** Standard normal quantile of 0.95. */
    private static final double Z = 1.6448536269514722;

    /** With a probability of 5 % the rate is lower; 0 where no child was seen, for nothing speaks against none. */
    double lowerBound() {
        return children == 0 ? 0 : quantile(0.05, -Z);
    }

    /** With a probability of 5 % the rate is higher. */
    double upperBound() {
        return quantile(0.95, Z);
    }

    /** From the Wilson-Hilferty approximation, which is as good as exact for large shapes, by safeguarded Newton steps. */
    private double quantile(double p, double z) {
        var shape = 1.0 + children;
        var x = shape * Math.pow(1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape)), 3);
        var low = 0.0;
        var high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && shape < LARGE; step++) {
            var miss = below(shape, x) - p;
            low = miss < 0 ? x : low;
            high = miss < 0 ? high : x;
            var next = x - miss / density(shape, x);
            if (!(next > low && next < high)) {
                next = high == Double.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
            }
            if (Math.abs(next - x) <= PRECISE * x) {
                break;
            }
            x = next;
        }
        return x / (1.0 + parents);
    }

    /** The regularised lower incomplete gamma function, by its series below the mean and its continued fraction above. */
    private static double below(double shape, double x) {
        return x < shape + 1
                ? density(shape, x) * x * series(shape, x)
                : 1 - density(shape, x) * x * fraction(shape, x);
    }

    private static double density(double shape, double x) {
        return Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    }

    private static double series(double shape, double x) {
        var term = 1 / shape;
        var sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * PRECISE / 100; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    /** By Lentz's method. */
    private static double fraction(double shape, double x) {
        var tiny = 1e-300;
        var b = x + 1 - shape;
        var c = 1 / tiny;
        var d = 1 / b;
        var value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            var a = -n * (n - shape);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            value *= c * d;
            if (Math.abs(c * d - 1) < PRECISE / 100) {
                break;
            }
        }
        return value;
    }

    /** Stirling's series, after raising a small argument above 10. */
    private static double logGamma(double x) {
        var shift = 0.0;
        var y = x;
        for (; y < 10; y++) {
            shift += Math.log(y);
        }
        var square = 1 / (y * y);
        var correction = (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680))) / y;
        return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + correction - shift;
    }
}
