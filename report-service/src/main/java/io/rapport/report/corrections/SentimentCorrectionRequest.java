package io.rapport.report.corrections;

import org.jspecify.annotations.Nullable;

/**
 * A correction of a sentiment.
 *
 * @param polarity -1 (bad) to 1 (good)
 * @param reason at most 500 characters
 * @param version the expected version (optimistic lock); left out to overwrite any version
 */
record SentimentCorrectionRequest(
        @Nullable Double polarity,
        @Nullable String reason,
        @Nullable Long version) {}
