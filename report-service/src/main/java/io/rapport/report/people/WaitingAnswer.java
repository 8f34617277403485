package io.rapport.report.people;

import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.web.pages.PageText;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person waits for an answer, and what users decided about that, as the person's page shows it.
 *
 * @param since since when the person waits, as a sentence; null if they do not
 * @param dismissed who marked earlier questions as needing no answer, when and why; null without a mark
 */
record WaitingAnswer(@Nullable String since, @Nullable String dismissed) {

    static WaitingAnswer of(RelationshipScoreChanged state, @Nullable ConversationDismissed mark) {
        var owedSince = state.owedSince();
        return new WaitingAnswer(
                owedSince == null ? null : "Waits for an answer since " + PageText.time(owedSince) + ".",
                mark == null ? null : sentence(mark));
    }

    private static String sentence(ConversationDismissed mark) {
        var upTo = mark.upTo();
        var by = "Marked by " + PageText.line(mark.by()) + " as needing no answer"
                + (upTo == null ? "" : ": what was asked up to " + PageText.time(upTo));
        return mark.reason().isBlank() ? by + "." : by + " (“" + PageText.line(mark.reason()) + "”).";
    }
}
