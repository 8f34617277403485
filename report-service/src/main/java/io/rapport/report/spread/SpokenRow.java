package io.rapport.report.spread;

import org.jspecify.annotations.Nullable;

/**
 * A message on the spread page, with the person who wrote it.
 *
 * @param path of the message in the person's timeline
 * @param text null for a bare share
 * @param link to the message; null if it has no page
 */
record SpokenRow(
        String name,
        String path,
        String channel,
        String time,
        @Nullable String text,
        @Nullable String link) {}
