package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Extracts the value of one engagement. */
final class EngagementValueExtractor {

    /** Decimal places of stored amounts. */
    static final int SCALE = 4;

    /** Maximum length of a keyword; price lists have no longer ones. */
    static final int MAX_KEYWORD_LENGTH = 200;

    // Larger amounts are ignored as errors, so that sums fit into a long.
    private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(100_000_000_000L);
    private static final String SEARCH = "search";

    private final SortedMap<Cell, Sum> sums = new TreeMap<>();
    private final int day;

    private EngagementValueExtractor(int day) {
        this.day = day;
    }

    static SortedMap<Cell, Sum> extract(EngagementReceived engagement) {
        var value = engagement.value();
        if (value == null || engagement.direction() != Direction.INBOUND) {
            return Collections.emptySortedMap();
        }
        var extractor = new EngagementValueExtractor(
                Math.toIntExact(engagement.effectiveDay().toEpochDay()));
        if (engagement.kind() == EngagementKind.PURCHASE) {
            extractor.addPurchase(value);
        } else if (engagement.kind() == EngagementKind.VISIT
                && engagement.channel().equals(SEARCH)) {
            extractor.addSearchVisit(value);
        }
        return extractor.sums;
    }

    private void addPurchase(EngagementValue value) {
        var amount = value.amount();
        var currency = value.currency();
        if (amount == null || currency == null || amount.abs().compareTo(MAX_AMOUNT) > 0) {
            return;
        }
        var sum = new Sum(
                amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact(), 1);
        sums.put(new Cell(day, ValueKind.DIRECT_SALES, currency, ""), sum);
        if (value.referredBy() != null) {
            sums.put(new Cell(day, ValueKind.REFERRAL, currency, ""), sum);
        }
    }

    private void addSearchVisit(EngagementValue value) {
        if (value.keyword() != null) {
            sums.put(new Cell(day, ValueKind.SEARCH_COST_AVOIDED, "", keyword(value.keyword())), new Sum(0, 1));
        }
    }

    /** Normalises a keyword to lower case, as in price lists. */
    private static String keyword(String raw) {
        var lower = raw.strip().toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(MAX_KEYWORD_LENGTH, lower.length()));
    }
}
