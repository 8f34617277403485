package io.rapport.report.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.ListLink;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The explanation of answer times. */
class ServiceSummaryTest {

    private static final ListLink PEOPLE = ListLink.channelPeople("/b", LocalDate.of(2025, 5, 4), 30);

    @Test
    void explainsWhyNothingIsMeasurable() {
        var silent = ServiceSummary.of(new ServiceWindow(30, 0, 0, 0, 0, null, null, null, null), PEOPLE);
        assertThat(silent.measurable()).isFalse();
        assertThat(silent.sentence()).startsWith("Nobody asked");
        var waiting = ServiceSummary.of(new ServiceWindow(30, 2, 0, 0, 2, null, null, 90, 0.0), PEOPLE);
        assertThat(waiting.sentence()).startsWith("Nobody who asked");
        assertThat(waiting.figures())
                .extracting(LabeledFigure::meaning)
                .contains("of all who asked; the target is 1 h 30 min");
    }

    @Test
    void numbersOfConversationsLeadToThePeopleWhoAsked() {
        var figures = ServiceSummary.of(new ServiceWindow(30, 3, 2, 0, 1, 60.0, 90.0, null, null), PEOPLE)
                .figures();
        assertThat(figures)
                .extracting(LabeledFigure::label, LabeledFigure::link)
                .contains(
                        tuple("Asked", PEOPLE.href() + "&figure=questions"),
                        tuple("Answered", PEOPLE.href() + "&figure=answered"),
                        tuple("In public", null));
    }

    @Test
    void answerTimesLeadToTheQuestionsLongestFirst() {
        var answered = ServiceSummary.of(new ServiceWindow(30, 3, 2, 0, 1, 60.0, 90.0, 90, 0.5), PEOPLE);
        var longest = PEOPLE.href() + "&figure=answered&sort=-amount";
        assertThat(answered.link()).isEqualTo(longest);
        assertThat(answered.figures().subList(0, 2))
                .extracting(LabeledFigure::link)
                .containsOnly(longest);
        assertThat(ServiceSummary.of(new ServiceWindow(30, 2, 0, 0, 2, null, null, 90, 0.0), PEOPLE)
                        .link())
                .isNull();
    }
}
