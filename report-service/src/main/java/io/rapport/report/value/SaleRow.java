package io.rapport.report.value;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.page.PageFormat;
import io.rapport.report.value.SalesView.SaleView;
import io.rapport.web.pages.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase on the page.
 *
 * @param path of the buyer's page
 * @param bought what was bought and when, as a sentence
 * @param evidence path of the purchase
 * @param referredBy who referred the buyer; null if none did
 * @param referrerPath the page of that person; null if the account belongs to none
 * @param touches what came before, as a sentence; null without touches
 */
record SaleRow(
        String name,
        String path,
        String bought,
        String evidence,
        @Nullable String referredBy,
        @Nullable String referrerPath,
        @Nullable String touches) {

    static SaleRow of(SaleView from) {
        return new SaleRow(
                PageText.line(from.name()),
                from.link(),
                text("sales.bought", PageFormat.amount(from.amount(), from.currency()), PageFormat.day(from.day())),
                from.evidence(),
                from.referredBy() == null ? null : PageText.line(from.referredBy()),
                from.referrerLink(),
                from.touches() == 0 ? null : touches(from));
    }

    private static String touches(SaleView from) {
        var before = text("sales.touches", from.touches(), list(from.channels()));
        return from.staff().isEmpty() ? before : before + " " + text("sales.staff", list(from.staff()));
    }

    private static String list(List<String> words) {
        return PageText.line(String.join(", ", words));
    }
}
