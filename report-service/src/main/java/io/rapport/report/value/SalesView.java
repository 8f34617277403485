package io.rapport.report.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.page.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The purchases of a stream, with who bought, and who referred the buyer or what came before.
 *
 * @param from the first day; null while the brand has no figures
 * @param stream {@code assisted} or {@code referred}
 * @param complete whether all purchases of the days are read; otherwise the latest 1 000
 * @param items newest first; a page may have fewer than its limit, also none, and be followed by others
 * @param next the cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SalesView(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String stream,
        boolean complete,
        List<SaleView> items,
        @Nullable String next) {

    /**
     * A purchase.
     *
     * @param person who bought
     * @param engagement its id
     * @param evidence path of the purchase on the person's page
     * @param referredBy name of the person who referred the buyer, else the account; null if none did
     * @param referrer that person; null if the account belongs to none
     * @param referrerLink the page of that person
     * @param touches personal touches of both sides in the 90 days up to the purchase
     * @param channels on which they were, the latest first
     * @param staff the members of staff who took part, the latest first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SaleView(
            UUID person,
            String name,
            String link,
            UUID engagement,
            Instant at,
            LocalDate day,
            BigDecimal amount,
            String currency,
            String evidence,
            @Nullable String referredBy,
            @Nullable UUID referrer,
            @Nullable String referrerLink,
            long touches,
            List<String> channels,
            List<String> staff) {

        static SaleView of(
                EngagementReceived sale,
                KnownPerson buyer,
                @Nullable KnownPerson referrer,
                List<TimelineEntry> touches,
                DayInterval days,
                String people) {
            var value = value(sale);
            var link = people + buyer.person();
            return new SaleView(
                    buyer.person(),
                    PersonName.of(buyer),
                    link,
                    sale.id(),
                    sale.occurredAt(),
                    days.dayOf(sale.occurredAt()),
                    Objects.requireNonNull(value.amount(), "A sale has an amount"),
                    Objects.requireNonNull(value.currency(), "A sale has a currency"),
                    link + "#e-" + sale.id(),
                    referrer == null ? value.referredBy() : PersonName.of(referrer),
                    referrer == null ? null : referrer.person(),
                    referrer == null ? null : people + referrer.person(),
                    touches.size(),
                    touches.stream().map(TimelineEntry::channel).distinct().toList(),
                    touches.stream()
                            .map(touch -> touch.details().staff())
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        }

        private static EngagementValue value(EngagementReceived sale) {
            return Objects.requireNonNull(sale.value(), "Engagements with a value are listed");
        }
    }
}
