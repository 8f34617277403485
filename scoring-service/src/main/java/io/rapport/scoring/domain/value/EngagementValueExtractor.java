package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementKind;
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

/** What one engagement brings to a value ledger by itself. */
final class EngagementValueExtractor {

    /** Decimals an amount is kept with. */
    static final int SCALE = 4;

    /** As much of a keyword as is told apart; no longer one has a price. */
    static final int LONGEST_KEYWORD = 200;

    // So that thousands of them still add up in a long. Nobody buys for that much.
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000L);
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
        var brought = new EngagementValueExtractor(Math.toIntExact(engagement.effectiveDay().toEpochDay()));
        if (engagement.kind() == EngagementKind.PURCHASE) {
            brought.addPurchase(value);
        } else if (engagement.kind() == EngagementKind.VISIT && engagement.channel().equals(SEARCH)) {
            brought.addSearchVisit(value);
        }
        return brought.sums;
    }

    private void addPurchase(EngagementValue value) {
        var amount = value.amount();
        var currency = value.currency();
        if (amount == null || currency == null || amount.abs().compareTo(MOST) > 0) {
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

    /** Keywords are the same whatever their case; a price list has them in lower case. */
    private static String keyword(String searched) {
        var lower = searched.strip().toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(LONGEST_KEYWORD, lower.length()));
    }
}
