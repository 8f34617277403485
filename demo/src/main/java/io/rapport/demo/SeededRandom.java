package io.rapport.demo;

import java.util.List;
import java.util.Random;

/** The dice: the same throws, in the same order, for the same seed on every machine. */
final class SeededRandom {

    private final Random random;

    SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    /** Whether something of this probability happens. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 to 1. */
    double share() {
        return random.nextDouble();
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** How often something happens that happens {@code mean} times on average. */
    int times(double mean) {
        var limit = Math.exp(-mean);
        var times = 0;
        for (var product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            times++;
        }
        return times;
    }

    /** A positive size that is often near {@code typical} and now and then many times it. */
    double around(double typical) {
        return typical * Math.exp(random.nextGaussian() * 0.9);
    }
}
