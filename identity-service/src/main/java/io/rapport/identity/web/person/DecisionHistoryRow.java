package io.rapport.identity.web.person;

import io.rapport.contracts.identity.Decision;
import io.rapport.identity.web.decision.DecisionReference;
import io.rapport.identity.web.display.DecisionLabel;
import io.rapport.identity.web.display.EvidenceBar;
import io.rapport.identity.web.display.EvidenceText;
import io.rapport.web.pages.PageText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the history on a person's page.
 *
 * @param other name of the other person; null if there is none
 * @param handles the handles that moved
 * @param who author and time
 * @param did reference used by the undo form; null if the decision cannot be undone
 * @param undone whether the decision has been undone
 * @param bars evidence of the decision
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

    static DecisionHistoryRow of(UUID person, Decision decision, DecisionNames names, boolean undone) {
        var other = decision.other();
        var isUndoable = other != null && decision.undoes() == null && !undone;
        return new DecisionHistoryRow(
                DecisionLabel.of(decision.type()),
                other == null ? null : names.person(other),
                other,
                decision.handles().stream().map(names::handle).toList(),
                who(decision) + ", " + PageText.time(decision.at()),
                isAutomatic(decision) ? EvidenceText.of(decision.reason()) : PageText.line(decision.reason()),
                isUndoable ? new DecisionReference(person, decision.id()).text() : null,
                undone,
                bars(decision));
    }

    /** Automatic decisions carry the technical name of a rule. */
    private static String who(Decision decision) {
        return isAutomatic(decision) ? "Rapport" : PageText.line(decision.by());
    }

    private static boolean isAutomatic(Decision decision) {
        return Set.of("CREATED", "CLIENT", "JOINED").contains(decision.type());
    }

    private static List<EvidenceBar> bars(Decision decision) {
        return EvidenceBar.of(Objects.requireNonNullElse(decision.evidence(), List.of()), decision.confidence());
    }
}
