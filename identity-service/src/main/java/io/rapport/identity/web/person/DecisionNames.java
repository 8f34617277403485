package io.rapport.identity.web.person;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.web.display.DisplayFormat;
import io.rapport.web.pages.PageText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Display names of all people and handles that the decisions about a person refer to.
 *
 * @param people by id; merged people keep their own name
 * @param handles by handle key
 */
record DecisionNames(Map<UUID, String> people, Map<String, String> handles) {

    static DecisionNames of(PersonFamily family, FamilyDirectory directory) {
        var brand = family.head().key().brand();
        var others = family.members().stream()
                .map(StoredPerson::state)
                .flatMap(each -> Stream.concat(
                        each.decisions().stream().map(decision -> decision.other()), each.distinctFrom().stream()))
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> new PersonKey(brand, id))
                .toList();
        var people = new HashMap<UUID, String>();
        directory.find(others).forEach((key, found) -> people.put(key.person(), DisplayFormat.name(found)));
        for (var each : family.members()) {
            var name = each.state().name();
            if (name != null) {
                people.put(each.state().person(), PageText.line(name));
            }
        }
        return new DecisionNames(
                people,
                family.handles().stream()
                        .collect(Collectors.toMap(handle -> handle.handleKey().key(), DecisionNames::name)));
    }

    String person(UUID id) {
        return people.getOrDefault(id, text("someone"));
    }

    String handle(String key) {
        var name = handles.get(key);
        if (name != null) {
            return name;
        }
        var handle = HandleKey.of(key);
        return PageText.line(handle.channel() + " " + handle.handle());
    }

    private static String name(HandleAssigned handle) {
        return PageText.line(handle.channel() + " "
                + Objects.requireNonNullElse(handle.profile().name(), handle.handle()));
    }
}
