package io.rapport.report.domain.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's first purchase.
 *
 * @param channel where they bought
 * @param firstContact the day of the first engagement ever; null if it is not known
 * @param path the other channels on which they were seen in the 30 days before, in the order of the first time
 * @param contacts the number of their engagements in the 30 days before
 */
public record Conversion(
        UUID person, Instant at, String channel, @Nullable LocalDate firstContact, List<String> path, long contacts) {}
