package io.rapport.report.domain.people;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Summarises a relationship in one sentence: the inbound engagements that contribute most, and when the person was last seen. */
public final class RelationshipSummary {

    private static final int MAX_KINDS = 3;
    private static final Comparator<Contribution> BY_WEIGHT = Comparator.comparingDouble(Contribution::strength)
            .thenComparingLong(Contribution::count)
            .reversed()
            .thenComparing(Contribution::kind);
    private static final DateTimeFormatter SAME_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private RelationshipSummary() {}

    /** A sentence such as {@code 12 comments, 3 shares and 1 referral; last seen 4 May}. */
    public static String of(RelationshipScoreChanged state) {
        var contributed = inbound(state.contributions());
        var lastSeen = state.lastSeen();
        if (lastSeen == null) {
            return "Nothing from them yet";
        }
        if (contributed.isEmpty()) {
            return "Last seen " + day(lastSeen, state.asOf());
        }
        return contributed + "; last seen " + day(lastSeen, state.asOf());
    }

    /** A count with its word: {@code 1 reply}, {@code 2 replies}. */
    public static String counted(long count, EngagementKind kind) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? word(kind) : plural(word(kind)));
    }

    private static String inbound(List<Contribution> contributions) {
        var parts = contributions.stream()
                .filter(line -> line.direction() == Direction.INBOUND && line.count() > 0)
                .sorted(BY_WEIGHT)
                .limit(MAX_KINDS)
                .map(line -> counted(line.count(), line.kind()))
                .toList();
        return sentence(parts);
    }

    private static String sentence(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        var last = parts.size() - 1;
        return parts.stream().limit(last).collect(Collectors.joining(", ")) + " and " + parts.get(last);
    }

    private static String day(LocalDate day, LocalDate asOf) {
        return (day.getYear() == asOf.getYear() ? SAME_YEAR : OTHER_YEAR).format(day);
    }

    private static String word(EngagementKind kind) {
        return switch (kind) {
            case EMAIL -> "e-mail";
            case THANKS -> "thank-you";
            case UNKNOWN -> "other interaction";
            default -> kind.name().toLowerCase(Locale.ENGLISH);
        };
    }

    private static String plural(String word) {
        return word.endsWith("ly") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }
}
