package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.person.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A suggested merge, for a user to decide.
 *
 * @param pair the two people
 * @param probability 0 to 1
 * @param rank the order of the queue, highest first: the probability, weighted with the number of clients and handles
 * @param evidence the evidence waterfall, in log-odds
 * @param contradictions findings against the merge
 * @param at when it was suggested
 */
public record MatchReview(
        PersonPair pair,
        double probability,
        double rank,
        List<Evidence> evidence,
        List<String> contradictions,
        Instant at) {

    /**
     * Two people of a brand, in the order of their ids.
     *
     * @param one the smaller id
     * @param two the greater id
     */
    public record PersonPair(BrandKey brand, UUID one, UUID two) {

        /** The pair, in whichever order the two are given. */
        public static PersonPair of(PersonKey a, PersonKey b) {
            var ordered = a.person().toString().compareTo(b.person().toString()) < 0;
            return new PersonPair(a.brand(), ordered ? a.person() : b.person(), ordered ? b.person() : a.person());
        }

        /** A deterministic id: the same for the same two people. */
        public UUID id() {
            return DeterministicIds.of("review", brand.key(one.toString(), two.toString()));
        }

        public PersonKey left() {
            return new PersonKey(brand, one);
        }

        public PersonKey right() {
            return new PersonKey(brand, two);
        }
    }

    /** The id of the suggestion. */
    public UUID id() {
        return pair.id();
    }
}
