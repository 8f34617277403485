package io.rapport.identity.web.person;

import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.display.EvidenceBar;

import io.rapport.contracts.identity.Decision;
import io.rapport.web.pages.PageText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided about a person, on their page.
 *
 * @param other the other person's name; null when it is about nobody else
 * @param handles that moved
 * @param who decided and when
 * @param did what a form calls it; null when it cannot be taken back
 * @param undone whether it was taken back
 * @param bars what it rests on
 */
record DecisionHistoryRow(
        String what,
        @Nullable String other,
        @Nullable UUID otherId,
        List<String> handles,
        String who,
        String reason,
        @Nullable String did,
        boolean undone,
        List<EvidenceBar> bars) {

    static DecisionHistoryRow of(UUID person, Decision decision, DecisionNames known, boolean undone) {
        var about = decision.other();
        var standing = about != null && decision.undoes() == null && !undone;
        return new DecisionHistoryRow(
                label(decision.type()),
                about == null ? null : known.person(about),
                about,
                decision.handles().stream().map(known::handle).toList(),
                who(decision) + ", " + PageText.time(decision.at()),
                PageText.line(decision.reason()),
                standing ? new DecisionReference(person, decision.id()).text() : null,
                undone,
                bars(decision));
    }

    /** A rule has a name that is for machines. */
    private static String who(Decision decision) {
        return Set.of("CREATED", "CLIENT", "JOINED").contains(decision.type())
                ? "Rapport"
                : PageText.line(decision.by());
    }

    private static List<EvidenceBar> bars(Decision decision) {
        return EvidenceBar.of(Objects.requireNonNullElse(decision.evidence(), List.of()), decision.confidence());
    }

    private static String label(String type) {
        return switch (type) {
            case "CREATED" -> "Seen for the first time";
            case "CLIENT" -> "On the client list";
            case "MERGED" -> "One person with";
            case "JOINED" -> "Found to be one person with";
            case "SPLIT" -> "Handles told apart from";
            case "DISTINCT" -> "Not the same person as";
            case "LIFTED" -> "May be one person after all with";
            case "UNDONE" -> "Taken back: a decision about this person and";
            default -> PageText.line(type);
        };
    }
}
