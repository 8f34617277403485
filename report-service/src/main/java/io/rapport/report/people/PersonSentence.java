package io.rapport.report.people;

import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipSummary;
import io.rapport.report.page.PageFormat;

/** Describes a person's relationship with the brand, and what they did, in two or three sentences. */
final class PersonSentence {

    private static final int WINDOW = 30;

    private PersonSentence() {}

    static String of(PersonInBrand person, String brand) {
        var state = person.state();
        var place = person.top();
        var who = word(state.stage()) + " " + brand + (state.client() ? ", as a client" : "")
                + (place == null ? "" : ", among the " + PageFormat.place(place) + " of its people") + ".";
        var gave = state.windows().stream()
                .filter(sums -> sums.window() == WINDOW && sums.returned() + sums.invested() > 0)
                .findFirst()
                .map(sums -> " Gave %s points in %d days and got %s."
                        .formatted(PageFormat.number(sums.returned()), WINDOW, PageFormat.number(sums.invested())))
                .orElse("");
        return who + " " + RelationshipSummary.of(state) + "." + gave;
    }

    private static String word(Stage stage) {
        return switch (stage) {
            case STRANGER, UNKNOWN -> "Hardly knows";
            case KNOWS -> "Knows";
            case LIKES -> "Likes";
            case TRUSTS -> "Trusts";
            case ADVOCATE -> "Speaks up for";
        };
    }
}
