package io.rapport.identity.domain.link;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.decision.DecisionPlanner;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Lists the effective links made by probabilistic matching. */
public final class InferredLinkQuery {

    private final PersonRepository people;

    public InferredLinkQuery(PersonRepository people) {
        this.people = people;
    }

    /**
     * An inferred link.
     *
     * @param person the leading person
     * @param other the person merged into them
     * @param decision the decision that made the link
     */
    public record InferredLink(PersonDescribed person, UUID other, Decision decision) {

        /** The cursor of the page that begins after this link. */
        public String cursor() {
            return person.person() + "#" + decision.id();
        }
    }

    /**
     * Links in the order of their leading people (keyset paging).
     *
     * @param after the cursor of the preceding link, or "" for the first page
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

    /** The effective links that a person leads. */
    public static List<Decision> effectiveLinks(PersonDescribed person) {
        return new DecisionHistory(person.decisions())
                .effectiveDecisions().stream()
                        .filter(decision -> decision.by().equals(EvidenceRule.LIKENESS.name()))
                        .filter(decision -> DecisionPlanner.isLedBy(person, decision))
                        .toList();
    }
}
