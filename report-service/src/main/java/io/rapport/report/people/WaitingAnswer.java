package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.web.pages.PageText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person waits for an answer, and what users decided about that, as the person's page shows it.
 *
 * @param since since when the person waits, as a sentence; null if they do not
 * @param words the question; null if it has no text
 * @param dismissed who marked earlier questions as needing no answer, when and why; null without a mark
 */
record WaitingAnswer(
        @Nullable String since,
        @Nullable String words,
        @Nullable String dismissed) {

    static WaitingAnswer of(
            RelationshipScoreChanged state,
            @Nullable TimelineEntry question,
            @Nullable ConversationDismissed mark,
            ZoneId zone) {
        var owedSince = state.owedSince();
        return new WaitingAnswer(
                owedSince == null ? null : text("waits.since", PageText.time(owedSince, zone)),
                question == null ? null : question.details().text(),
                mark == null ? null : sentence(mark, zone));
    }

    private static String sentence(ConversationDismissed mark, ZoneId zone) {
        var upTo = mark.upTo();
        var by = text("dismissed.by", PageText.line(mark.by()))
                + (upTo == null ? "" : text("dismissed.up-to", PageText.time(upTo, zone)));
        return mark.reason().isBlank() ? by + "." : by + " (“" + PageText.line(mark.reason()) + "”).";
    }
}
