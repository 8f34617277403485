package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PersonName;
import io.rapport.report.page.RelationshipSummary;
import io.rapport.web.pages.PageText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A person in the list of a brand's page.
 *
 * @param path of the person's page
 * @param place by strength, such as {@code top 5 %}; empty if it is not known
 * @param why the inbound engagements that contribute most, as a sentence
 */
public record PersonRow(
        String name,
        String path,
        double strength,
        String shownStrength,
        String place,
        PersonMark stage,
        PersonMark warmth,
        List<PersonMark> marks,
        List<String> channels,
        String why) {

    /**
     * A coloured label.
     *
     * @param tone the style class
     */
    public record PersonMark(String word, String tone) {}

    /** The row of a person. */
    public static PersonRow of(PersonInBrand person, String brandPath, AsOfDay asOf) {
        var state = person.state();
        return new PersonRow(
                PageText.line(PersonName.of(person.known())),
                BrandPageLink.person(brandPath, state.person(), asOf),
                state.strength(),
                PageFormat.number(state.strength()),
                PageFormat.place(person.top()),
                stage(state.stage()),
                new PersonMark(PageFormat.label(state.warmthClass()), tone(state.warmthClass())),
                marks(person),
                person.known().handles().stream()
                        .map(PersonHandle::channel)
                        .distinct()
                        .toList(),
                RelationshipSummary.of(state));
    }

    /** The label of a stage. */
    public static PersonMark stage(Stage stage) {
        return new PersonMark(PageFormat.label(stage), "stage-" + tone(stage));
    }

    private static String tone(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The labels of a person: client, captive, cooling. */
    public static List<PersonMark> marks(PersonInBrand person) {
        var state = person.state();
        return Stream.of(
                        state.client() ? new PersonMark(text("client"), "client") : null,
                        state.captive() ? new PersonMark(text("captive"), "captive") : null,
                        state.cooling() ? new PersonMark(text("cooling"), "cooling") : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
