package io.rapport.report.domain.people;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts to tenths so that the rounded parts add up to the rounded sum (largest remainder method). */
public final class TenthsRounding {

    private static final double SCALE = 10;

    private TenthsRounding() {}

    /** Rounds each part down or up to a tenth, so that together they are the rounded sum. */
    public static List<Double> of(List<Double> parts) {
        var floors = parts.stream()
                .mapToLong(part -> (long) Math.floor(part * SCALE))
                .toArray();
        var sum = Math.round(parts.stream().mapToDouble(Double::doubleValue).sum() * SCALE);
        var missing = sum
                - IntStream.range(0, floors.length).mapToLong(i -> floors[i]).sum();
        IntStream.range(0, floors.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> floors[i] - parts.get(i) * SCALE))
                .limit(Math.max(0, missing))
                .forEach(i -> floors[i]++);
        return IntStream.range(0, floors.length)
                .mapToObj(i -> floors[i] / SCALE)
                .toList();
    }
}
