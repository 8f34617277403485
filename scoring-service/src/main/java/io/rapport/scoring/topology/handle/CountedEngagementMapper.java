package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.handle.state.CountedEngagement;
import io.rapport.scoring.topology.handle.state.CountedEngagement.CountedUptake;
import io.rapport.scoring.topology.handle.state.OrderRow;
import io.rapport.scoring.topology.handle.text.MessageTextAnalysis.AnalysedText;
import org.jspecify.annotations.Nullable;

/** Maps engagements to what they are counted as. */
final class CountedEngagementMapper {

    private CountedEngagementMapper() {}

    /**
     * Maps an engagement.
     *
     * @param staff whether its handle belongs to the brand
     * @param from what the revision before was counted as; null without one
     */
    static CountedEngagement toCounted(
            EngagementReceived engagement,
            LedgerEntry entry,
            AnalysedText text,
            boolean staff,
            @Nullable CountedEngagement from) {
        var withheld = EngagementValidator.withheldOutcome(engagement);
        var uptake = uptake(UptakeActivities.of(engagement, withheld, staff), from);
        var rank = engagement.revisionRank();
        var judgedAt = judgedAt(engagement, text, from == null ? Long.MIN_VALUE : from.judgedAt());
        return withheld == null
                ? new CountedEngagement(
                        rank,
                        null,
                        entry,
                        ConversationTurn.of(engagement, text.initialPolarity()),
                        ValueLedger.of(engagement),
                        OrderRow.of(engagement),
                        uptake,
                        judgedAt,
                        0)
                : CountedEngagement.withheld(rank, withheld, entry, uptake, judgedAt)
                        .withVisits(totalVisits(engagement, withheld));
    }

    /** The visits of a total of an export, whose visitors are not known: they belong to the brand and to no person. */
    private static ValueLedger totalVisits(EngagementReceived engagement, EngagementOutcome withheld) {
        var value = engagement.value();
        return withheld == EngagementOutcome.BOT && !engagement.isPaid() && value != null && value.visits() != null
                ? ValueLedger.of(engagement)
                : ValueLedger.EMPTY;
    }

    /** Contacts of a revision are unknown if those of the one before are: what it adds to them cannot be determined. */
    private static CountedUptake uptake(CountedUptake uptake, @Nullable CountedEngagement from) {
        return from != null && from.uptake().contacts() == null ? uptake.withoutContacts() : uptake;
    }

    /** The judgement of a revision is later than the one it replaces, so that readers keep it. */
    private static long judgedAt(EngagementReceived engagement, AnalysedText text, long before) {
        return text.verdict() == null
                ? before
                : Math.max(engagement.receivedAt().toEpochMilli(), before + 1);
    }
}
