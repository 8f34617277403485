package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The links that likeness made and that still hold. */
public final class Inference {

    private final PersonStore people;

    Inference(PersonStore people) {
        this.people = people;
    }

    /**
     * A link.
     *
     * @param person who leads it
     * @param other who was found to be the same person
     * @param decision that made it
     */
    public record Link(PersonDescribed person, UUID other, Decision decision) {

        /** Where the list goes on after it. */
        public String place() {
            return person.person() + "#" + decision.id();
        }
    }

    /**
     * Links in the order of their people's ids.
     *
     * @param after the place to begin after, or "" for the first
     */
    public List<Link> links(BrandKey brand, String after, int limit) {
        var links = new ArrayList<Link>();
        var begin = after.isEmpty() ? "" : after.substring(0, after.indexOf('#'));
        for (var page = people.inferred(brand, begin, limit); !page.isEmpty(); ) {
            page.forEach(person -> links(person).stream()
                    .filter(link -> link.place().compareTo(after) > 0)
                    .forEach(links::add));
            var last = page.get(page.size() - 1).state().person().toString();
            if (links.size() >= limit) {
                break;
            }
            page = people.inferred(brand, last + "#", limit);
        }
        return links.subList(0, Math.min(limit, links.size()));
    }

    private List<Link> links(StoredPerson person) {
        var found = new ArrayList<Link>();
        for (var decision : made(person.state())) {
            var other = person.key().other(Objects.requireNonNull(decision.other()));
            var there = people.find(List.of(other)).get(other);
            if (there != null && person.state().person().equals(there.state().mergedInto())) {
                found.add(new Link(person.state(), other.person(), decision));
            }
        }
        found.sort(Comparator.comparing(Link::place));
        return found;
    }

    /** The links by likeness that a person led, as far as nobody undid them. */
    public static List<Decision> made(PersonDescribed person) {
        return new History(person.decisions())
                .standing().stream()
                        .filter(decision -> decision.by().equals(Rule.LIKENESS.name()))
                        .filter(decision -> Planning.isLedBy(person, decision))
                        .toList();
    }
}
