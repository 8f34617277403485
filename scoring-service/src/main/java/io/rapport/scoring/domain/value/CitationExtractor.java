package io.rapport.scoring.domain.value;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ValueKind;
import io.rapport.scoring.domain.value.ValueLedger.Cell;
import io.rapport.scoring.domain.value.ValueLedger.Sum;
import java.util.TreeMap;

/** Extracts citations and links by channel. They have no price: they are counted. */
final class CitationExtractor {

    /** The unit of the stream. */
    static final String UNIT = "citations";

    private CitationExtractor() {}

    static ValueLedger extract(EngagementReceived engagement) {
        if (engagement.direction() != Direction.INBOUND || engagement.kind() != EngagementKind.CITATION) {
            return ValueLedger.EMPTY;
        }
        var day = Math.toIntExact(engagement.effectiveDay().toEpochDay());
        var sums = new TreeMap<Cell, Sum>();
        sums.put(new Cell(day, ValueKind.AUTHORITY, "", engagement.channel()), new Sum(0, 1));
        return ValueLedger.of(sums);
    }
}
