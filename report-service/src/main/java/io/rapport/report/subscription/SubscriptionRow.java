package io.rapport.report.subscription;

import io.rapport.report.page.PageFormat;
import io.rapport.report.page.ReportMessages;
import io.rapport.report.subscription.SubscriptionView.SubscriptionState;
import io.rapport.web.pages.PageText;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A subscription on the page.
 *
 * @param state as text
 * @param month the last month; empty before the first
 * @param error why the last attempt failed; null if it succeeded
 */
record SubscriptionRow(
        String id,
        String address,
        String language,
        String state,
        boolean good,
        String month,
        @Nullable String error) {

    static SubscriptionRow of(SubscriptionView from) {
        var month = from.month();
        return new SubscriptionRow(
                from.id().toString(),
                PageText.line(from.address()),
                from.language(),
                ReportMessages.text("subscriptions.state." + from.state().name().toLowerCase(Locale.ROOT)),
                from.state() == SubscriptionState.ACTIVE || from.state() == SubscriptionState.UNCONFIRMED,
                month == null ? "" : PageFormat.longMonth(YearMonth.parse(month)),
                from.error());
    }
}
