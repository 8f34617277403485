package io.rapport.report.page;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Summarises a relationship in one sentence: the inbound engagements that contribute most, and when the person was last seen. */
public final class RelationshipSummary {

    private static final int MAX_KINDS = 3;
    private static final Comparator<Contribution> BY_WEIGHT = Comparator.comparingDouble(Contribution::strength)
            .thenComparingLong(Contribution::count)
            .reversed()
            .thenComparing(Contribution::kind);

    private RelationshipSummary() {}

    /** A sentence such as {@code 12 comments, 3 shares and 1 referral; last seen 4 May}. */
    public static String of(RelationshipScoreChanged state) {
        var contributed = inbound(state.contributions());
        var lastSeen = state.lastSeen();
        if (lastSeen == null) {
            return text("summary.nothing");
        }
        if (contributed.isEmpty()) {
            return text("summary.last-seen", day(lastSeen, state.asOf()));
        }
        return text("summary.contributed", contributed, day(lastSeen, state.asOf()));
    }

    private static String inbound(List<Contribution> contributions) {
        var parts = contributions.stream()
                .filter(line -> line.direction() == Direction.INBOUND && line.count() > 0)
                .sorted(BY_WEIGHT)
                .limit(MAX_KINDS)
                .map(line -> PageFormat.counted(line.count(), line.kind()))
                .toList();
        return sentence(parts);
    }

    private static String sentence(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        var last = parts.size() - 1;
        return text("summary.and", parts.stream().limit(last).collect(Collectors.joining(", ")), parts.get(last));
    }

    private static String day(LocalDate day, LocalDate asOf) {
        return day.getYear() == asOf.getYear() ? PageFormat.dayOfYear(day) : PageFormat.day(day);
    }
}
