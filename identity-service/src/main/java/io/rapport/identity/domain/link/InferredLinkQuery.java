package io.rapport.identity.domain.link;

import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.decision.DecisionPlanner;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The links that likeness made and that still hold. */
public final class InferredLinkQuery {

    private final PersonRepository people;

    public InferredLinkQuery(PersonRepository people) {
        this.people = people;
    }

    /**
     * A link.
     *
     * @param person who leads it
     * @param other who was found to be the same person
     * @param decision that made it
     */
    public record InferredLink(PersonDescribed person, UUID other, Decision decision) {

        /** Where the list goes on after it. */
        public String cursor() {
            return person.person() + "#" + decision.id();
        }
    }

    /**
     * Links in the order of their people's ids.
     *
     * @param after the place to begin after, or "" for the first
     */
    public List<InferredLink> findLinks(BrandKey brand, String after, int limit) {
        var links = new ArrayList<InferredLink>();
        var begin = after.isEmpty() ? "" : after.substring(0, after.indexOf('#'));
        for (var page = people.findInferred(brand, begin, limit); !page.isEmpty(); ) {
            page.forEach(person -> findLinks(person).stream()
                    .filter(link -> link.cursor().compareTo(after) > 0)
                    .forEach(links::add));
            var last = page.get(page.size() - 1).state().person().toString();
            if (links.size() >= limit) {
                break;
            }
            page = people.findInferred(brand, last + "#", limit);
        }
        return links.subList(0, Math.min(limit, links.size()));
    }

    private List<InferredLink> findLinks(StoredPerson person) {
        var found = new ArrayList<InferredLink>();
        for (var decision : effectiveLinks(person.state())) {
            var other = person.key().withPerson(Objects.requireNonNull(decision.other()));
            var there = people.find(List.of(other)).get(other);
            if (there != null && person.state().person().equals(there.state().mergedInto())) {
                found.add(new InferredLink(person.state(), other.person(), decision));
            }
        }
        found.sort(Comparator.comparing(InferredLink::cursor));
        return found;
    }

    /** The links by likeness that a person led, as far as nobody undid them. */
    public static List<Decision> effectiveLinks(PersonDescribed person) {
        return new DecisionHistory(person.decisions())
                .effectiveDecisions().stream()
                        .filter(decision -> decision.by().equals(EvidenceRule.LIKENESS.name()))
                        .filter(decision -> DecisionPlanner.isLedBy(person, decision))
                        .toList();
    }
}
