package io.rapport.benchmarks;

import java.util.List;
import java.util.Locale;

/** The printed results of a benchmark. */
public final class BenchmarkOutput {

    private BenchmarkOutput() {}

    /** Prints a line in the format of {@link String#format}, independent of the locale. */
    public static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** The value that a percentage of the values does not exceed. */
    public static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
