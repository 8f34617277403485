package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.RelationshipSummary;

/** Describes a person's relationship with the brand, and what they did, in two or three sentences. */
final class PersonSentence {

    private static final int WINDOW = 30;

    private PersonSentence() {}

    static String of(PersonInBrand person, String brand) {
        var state = person.state();
        var place = person.top();
        var who = text("sentence." + state.stage().name(), brand)
                + (state.client() ? text("sentence.client") : "")
                + (place == null ? "" : text("sentence.place", PageFormat.place(place)))
                + ".";
        var gave = state.windows().stream()
                .filter(sums -> sums.window() == WINDOW && sums.returned() + sums.invested() > 0)
                .findFirst()
                .map(sums -> " "
                        + text(
                                "sentence.gave",
                                PageFormat.number(sums.returned()),
                                WINDOW,
                                PageFormat.number(sums.invested())))
                .orElse("");
        return who + " " + RelationshipSummary.of(state) + "." + gave;
    }
}
