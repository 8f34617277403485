package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.VerificationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Verifies the time stamps that platforms sign together with a body, so that a delivery cannot be repeated later. */
public final class SignedTimestamps {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private SignedTimestamps() {}

    /**
     * Verifies that a time stamp is at most 5 minutes old or ahead.
     *
     * @param written seconds since 1970; empty if the request has none
     */
    public static VerificationResult verify(String written, Instant now) {
        if (!SECONDS.matcher(written).matches()) {
            return VerificationResult.refuse("The request has no time stamp, so that it cannot be signed.");
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(written)), now)
                .abs();
        return age.compareTo(TOLERANCE) > 0
                ? VerificationResult.refuse("The signature is older than 5 minutes, or a clock is wrong.")
                : VerificationResult.accept();
    }
}
