package io.rapport.identity.domain.withdrawal;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the unions that rest on an identifier or on a kind of evidence. */
public final class UnionFinder {

    private static final int PAGE = 200;

    private final HandleRepository handles;
    private final PersonRepository people;
    private final ClaimRepository claims;
    private final FamilyReader families;

    public UnionFinder(
            HandleRepository handles, PersonRepository people, ClaimRepository claims, FamilyReader families) {
        this.handles = handles;
        this.people = people;
        this.claims = claims;
        this.families = families;
    }

    /**
     * A page of unions.
     *
     * @param unions in the order of the people who lead them, the latest of each person first
     * @param next the id of the person that the next page begins behind; empty on the last page
     */
    public record UnionPage(List<EvidenceUnion> unions, String next) {}

    /** All unions that rest on one of these claims of a brand, the latest of each family first. */
    public List<EvidenceUnion> findByClaims(Collection<String> ids) {
        return familiesWith(ids).stream()
                .flatMap(family -> EvidenceUnion.of(family).stream())
                .filter(union -> union.restsOn(ids))
                .toList();
    }

    /**
     * A page of the unions that rest on one of these claims.
     *
     * @param which a further condition
     * @param after the id of the person to begin behind, or "" for the first page
     */
    public UnionPage findPage(Collection<String> ids, Predicate<Decision> which, String after, int limit) {
        var found = findByClaims(ids).stream()
                .filter(union -> which.test(union.decision()))
                .filter(union -> id(union.lead()).compareTo(after) > 0)
                .sorted(Comparator.comparing((EvidenceUnion union) -> id(union.lead()))
                        .thenComparing(EvidenceUnion.LATEST_FIRST))
                .toList();
        return firstPeople(found, limit);
    }

    /** A page of all unions of a brand that evidence by these rules speaks for, with the conditions of the other method. */
    public UnionPage findPage(BrandKey brand, Set<String> rules, Predicate<Decision> which, String after, int limit) {
        var found = new ArrayList<EvidenceUnion>();
        var last = after;
        for (var page = people.findPage(brand, last, PAGE);
                !page.isEmpty();
                page = people.findPage(brand, last, PAGE)) {
            for (var person : page) {
                last = id(person.key());
                EvidenceUnion.ledBy(person.state())
                        .filter(union -> union.restsOnRule(rules) && which.test(union.decision()))
                        .sorted(EvidenceUnion.LATEST_FIRST)
                        .forEach(found::add);
                if (found.size() >= limit) {
                    return new UnionPage(found, last);
                }
            }
        }
        return new UnionPage(found, "");
    }

    /** The unions of as many people as needed to reach the limit. */
    private static UnionPage firstPeople(List<EvidenceUnion> found, int limit) {
        if (found.size() <= limit) {
            return new UnionPage(found, "");
        }
        var last = id(found.get(limit - 1).lead());
        var page = found.stream()
                .filter(union -> id(union.lead()).compareTo(last) <= 0)
                .toList();
        return new UnionPage(page, page.size() == found.size() ? "" : last);
    }

    private static String id(PersonKey person) {
        return person.person().toString();
    }

    private Collection<PersonFamily> familiesWith(Collection<String> ids) {
        var owners = new HashSet<PersonKey>();
        handles.findByClaims(ids).forEach(handle -> owners.add(PersonKey.of(handle.state())));
        var known = claims.find(ids).values();
        known.forEach(claim -> owners.addAll(claim.clients()));
        var claiming = known.stream().flatMap(claim -> claim.handles().stream()).toList();
        handles.find(claiming).values().stream()
                .map(StoredHandle::state)
                .map(PersonKey::of)
                .forEach(owners::add);
        return new HashSet<>(families.find(owners).values());
    }
}
