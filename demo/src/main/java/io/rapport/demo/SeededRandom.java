package io.rapport.demo;

import java.util.List;
import java.util.Random;

/** Random numbers: the same sequence for the same seed on every machine. */
final class SeededRandom {

    private final Random random;

    SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    /** True with this probability. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 (included) to 1 (excluded). */
    double nextShare() {
        return random.nextDouble();
    }

    /** An integer from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A number with a Poisson distribution. */
    int poisson(double mean) {
        var limit = Math.exp(-mean);
        var times = 0;
        for (var product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            times++;
        }
        return times;
    }

    /** A positive number with a log-normal distribution around a median. */
    double logNormal(double median) {
        return median * Math.exp(random.nextGaussian() * 0.9);
    }
}
