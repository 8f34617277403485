package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementValue;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.Locale;
import java.util.TreeMap;

/** Extracts the value of visits after a search: of one, or of as many as an engagement stands for. */
final class SearchVisitExtractor {

    /** Maximum length of a keyword; price lists have no longer ones. */
    static final int MAX_KEYWORD_LENGTH = 200;

    private static final String SEARCH = "search";

    private SearchVisitExtractor() {}

    static ValueLedger extract(EngagementReceived engagement) {
        var value = engagement.value();
        if (value == null
                || value.keyword() == null
                || engagement.direction() != Direction.INBOUND
                || engagement.kind() != EngagementKind.VISIT
                || !engagement.channel().equals(SEARCH)) {
            return ValueLedger.EMPTY;
        }
        var day = Math.toIntExact(engagement.effectiveDay().toEpochDay());
        var sums = new TreeMap<Cell, Sum>();
        sums.put(new Cell(day, ValueKind.SEARCH_COST_AVOIDED, "", keyword(value.keyword())), new Sum(0, visits(value)));
        return ValueLedger.of(sums);
    }

    private static long visits(EngagementValue value) {
        return value.visits() == null ? 1 : value.visits();
    }

    /** Normalises a keyword to lower case, as in price lists. */
    private static String keyword(String raw) {
        var lower = raw.strip().toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(MAX_KEYWORD_LENGTH, lower.length()));
    }
}
