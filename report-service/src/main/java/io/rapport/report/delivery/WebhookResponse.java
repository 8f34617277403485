package io.rapport.report.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The response of a target. Its body is not read.
 *
 * @param host of the target
 * @param retryAfter the time that the target asked for; null without one
 */
public record WebhookResponse(
        String host, int status, @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isGone() {
        return status == GONE;
    }

    String failure() {
        return status >= 300 && status < 400
                ? "%s answered %d. Redirects are not followed: set the address it redirects to.".formatted(host, status)
                : "%s answered %d.".formatted(host, status);
    }
}
