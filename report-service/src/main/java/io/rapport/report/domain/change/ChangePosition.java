package io.rapport.report.domain.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A position of the feed: the next offset of each partition, topic by topic. It stays valid over restarts and belongs to one
 * Kafka cluster.
 *
 * @param cluster the id of the Kafka cluster
 * @param offsets the next offset of each partition, in the order of the feed
 */
public record ChangePosition(String cluster, List<Long> offsets) {

    private static final int RADIX = 36;
    private static final Pattern SYNTAX =
            Pattern.compile("[A-Za-z0-9_-]{1,64}\\.[0-9a-z]{1,12}(-[0-9a-z]{1,12}){0,2000}");

    public ChangePosition {
        offsets = List.copyOf(offsets);
    }

    /** The position as the id of an event. */
    public String id() {
        return cluster + "."
                + offsets.stream().map(offset -> Long.toString(offset, RADIX)).collect(Collectors.joining("-"));
    }

    /** Reads the id of an event; empty if it is none. */
    public static Optional<ChangePosition> parse(String id) {
        if (!SYNTAX.matcher(id).matches()) {
            return Optional.empty();
        }
        var dot = id.indexOf('.');
        var offsets = Arrays.stream(id.substring(dot + 1).split("-"))
                .map(offset -> Long.parseLong(offset, RADIX))
                .toList();
        return Optional.of(new ChangePosition(id.substring(0, dot), offsets));
    }
}
