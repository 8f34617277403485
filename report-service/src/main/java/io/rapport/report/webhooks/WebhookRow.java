package io.rapport.report.webhooks;

import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.ReportMessages;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A webhook on the page.
 *
 * @param scope its brands as text
 * @param state as text
 * @param error why the last attempt failed; null if it succeeded
 * @param next when the next attempt is due; null for at once
 * @param attempts the last attempts
 * @param path the forms are sent below this path
 */
record WebhookRow(
        String name,
        String url,
        String scope,
        String state,
        boolean good,
        @Nullable String error,
        @Nullable String next,
        String waiting,
        List<AttemptRow> attempts,
        String path) {

    private static final int MAX_ATTEMPTS = 10;

    /** An attempt on the page. */
    record AttemptRow(String at, String id, String type, String result) {

        static AttemptRow of(DeliveryAttempt attempt) {
            var error = attempt.error();
            return new AttemptRow(
                    time(attempt.at()),
                    attempt.id(),
                    attempt.type(),
                    error == null ? ReportMessages.text("webhooks.delivered") : PageText.line(error));
        }
    }

    static WebhookRow of(String agency, WebhookView from, List<DeliveryAttempt> attempts) {
        var next = from.nextAttemptAt();
        return new WebhookRow(
                from.webhook(),
                PageText.line(from.url()),
                from.brands().isEmpty() ? ReportMessages.text("webhooks.all-brands") : String.join(", ", from.brands()),
                ReportMessages.text("webhooks.state." + from.state().name().toLowerCase(Locale.ROOT)),
                from.state() == WebhookView.WebhookState.ACTIVE,
                from.error() == null ? null : PageText.line(from.error()),
                next == null ? null : time(next),
                PageFormat.count(from.waiting()),
                attempts.stream().limit(MAX_ATTEMPTS).map(AttemptRow::of).toList(),
                "/agencies/" + agency + "/webhooks/" + from.webhook());
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }
}
