package io.rapport.report.people;

import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipSummary;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.List;
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
        String stage,
        String warmth,
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
                PageText.line(person.name()),
                BrandPageLink.person(brandPath, state.person(), asOf),
                state.strength(),
                PageFormat.number(state.strength()),
                PageFormat.place(person.top()),
                PageFormat.label(state.stage()),
                PageFormat.label(state.warmthClass()),
                marks(person),
                person.known().handles().stream()
                        .map(PersonHandle::channel)
                        .distinct()
                        .toList(),
                RelationshipSummary.of(state));
    }

    /** The labels of a person: client, captive, cooling. */
    public static List<PersonMark> marks(PersonInBrand person) {
        var state = person.state();
        return Stream.of(
                        state.client() ? new PersonMark("Client", "client") : null,
                        state.captive() ? new PersonMark("Captive", "captive") : null,
                        state.cooling() ? new PersonMark("Cooling", "cooling") : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
