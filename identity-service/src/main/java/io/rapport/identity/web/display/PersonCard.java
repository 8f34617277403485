package io.rapport.identity.web.display;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person as shown in lists and side by side.
 *
 * @param handles oldest first
 * @param more number of handles not shown
 * @param facts values from the client list and the profiles
 */
public record PersonCard(UUID id, String name, boolean client, List<AccountLine> handles, int more, List<Fact> facts) {

    private static final int MAX_ITEMS = 20;

    /**
     * An account of a person.
     *
     * @param called its display name, if different from its name
     */
    public record AccountLine(
            String channel,
            String name,
            @Nullable String called,
            @Nullable String link) {

        public static AccountLine of(HandleAssigned handle) {
            var profile = handle.profile();
            var name = PageText.line(Objects.requireNonNullElse(profile.name(), handle.handle()));
            var called = profile.displayName() == null ? null : PageText.line(profile.displayName());
            return new AccountLine(
                    handle.channel(), name, name.equals(called) ? null : called, DisplayFormat.link(profile.url()));
        }
    }

    /** A labelled value. */
    record Fact(String word, String value) {}

    public static PersonCard of(PersonFamily family, Collection<ClientListed> rows) {
        var handles = family.handles().stream()
                .sorted(Comparator.comparing(HandleAssigned::since)
                        .thenComparing(handle -> handle.handleKey().key()))
                .toList();
        var facts = new ArrayList<Fact>();
        rows.forEach(row -> facts.addAll(facts(row)));
        handles.stream()
                .map(handle -> handle.profile().location())
                .filter(place -> place != null && !place.isBlank())
                .distinct()
                .limit(3)
                .forEach(place -> facts.add(new Fact(text("fact.says-in"), PageText.line(place))));
        return new PersonCard(
                family.person().person(),
                DisplayFormat.name(family),
                family.person().client(),
                handles.stream().limit(MAX_ITEMS).map(AccountLine::of).toList(),
                Math.max(0, handles.size() - MAX_ITEMS),
                facts.stream().distinct().limit(MAX_ITEMS).toList());
    }

    private static List<Fact> facts(ClientListed row) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(text("client"), PageText.line(row.client())));
        add(facts, text("fact.list-name"), row.name());
        var details = row.details();
        if (details != null) {
            add(facts, text("fact.organisation"), details.organisation());
            add(facts, text("fact.place"), place(details));
            add(facts, text("fact.born"), details.birthDate());
        }
        return facts;
    }

    private static String place(ClientDetails details) {
        return Stream.of(details.postcode(), details.city(), details.region(), details.country())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static void add(List<Fact> facts, String word, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(word, PageText.line(value)));
        }
    }
}
