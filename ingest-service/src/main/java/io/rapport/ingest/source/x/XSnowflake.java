package io.rapport.ingest.source.x;

import java.util.Optional;
import java.util.regex.Pattern;

/** The time in the ids of X: their upper bits count milliseconds since 2010-11-04T01:42:54.657Z. */
final class XSnowflake {

    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int TIME_SHIFT = 22;
    private static final Pattern ID = Pattern.compile("\\d{1,18}|[1-8]\\d{18}");

    private XSnowflake() {}

    /** The time when an id was given, in epoch milliseconds; empty if it is no id of X. */
    static Optional<Long> time(String id) {
        return ID.matcher(id).matches()
                ? Optional.of((Long.parseLong(id) >> TIME_SHIFT) + EPOCH_MILLIS)
                : Optional.empty();
    }
}
