package io.rapport.report.web;

import io.rapport.report.domain.Handle;
import io.rapport.report.domain.PersonInBrand;
import io.rapport.report.domain.Why;
import io.rapport.web.pages.PageText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A person in the list of a brand's page.
 *
 * @param path the person's page
 * @param why what they did that counts most, in a sentence
 */
record PersonRow(
        String name,
        String path,
        double strength,
        String shownStrength,
        String stage,
        String warmth,
        List<Mark> marks,
        List<String> channels,
        String why) {

    /**
     * A word worth a colour.
     *
     * @param tone its style class
     */
    record Mark(String word, String tone) {}

    static PersonRow of(PersonInBrand person, String brandPath) {
        var state = person.state();
        return new PersonRow(
                PageText.line(person.name()),
                brandPath + "/people/" + state.person(),
                state.strength(),
                Show.number(state.strength()),
                Show.word(state.stage()),
                Show.word(state.warmthClass()),
                marks(person),
                person.known().handles().stream()
                        .map(Handle::channel)
                        .distinct()
                        .toList(),
                Why.of(state));
    }

    static List<Mark> marks(PersonInBrand person) {
        var state = person.state();
        return Stream.of(
                        state.client() ? new Mark("Client", "client") : null,
                        state.captive() ? new Mark("Captive", "captive") : null,
                        state.cooling() ? new Mark("Cooling", "cooling") : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
