package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.domain.person.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two people who may be one, for somebody to decide.
 *
 * @param pair who they are
 * @param probability 0 to 1
 * @param rank the order of the queue, highest first: the probability, weighted with the number of clients and handles
 * @param evidence the waterfall, in log-odds
 * @param contradictions what speaks against it
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
     * @param two the greater one
     */
    public record PersonPair(BrandKey brand, UUID one, UUID two) {

        /** The two, whichever is named first. */
        public static PersonPair of(PersonKey a, PersonKey b) {
            var ordered = a.person().toString().compareTo(b.person().toString()) < 0;
            return new PersonPair(a.brand(), ordered ? a.person() : b.person(), ordered ? b.person() : a.person());
        }

        /** The same two people always have the same id. */
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
