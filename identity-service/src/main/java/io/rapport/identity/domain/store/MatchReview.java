package io.rapport.identity.domain.store;

import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.identity.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two people who may be one, for somebody to decide.
 *
 * @param pair who they are
 * @param probability 0 to 1
 * @param rank how much it matters, more first: see {@link #rank(double, Family, Family)}
 * @param evidence the waterfall, in log-odds
 * @param contradictions what speaks against it
 * @param at when it was suggested
 */
public record MatchReview(
        PersonPair pair, double probability, double rank, List<Evidence> evidence, List<String> contradictions, Instant at) {

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

    /**
     * How much a suggestion matters: how likely it is, times what is at stake. A client counts 2, anybody else 1, and every
     * handle they are known by a tenth more, up to ten.
     */
    public static double rank(double probability, PersonFamily left, PersonFamily right) {
        return probability * (weightOf(left) + weightOf(right));
    }

    private static double weightOf(PersonFamily family) {
        return (family.person().client() ? 2 : 1)
                + Math.min(10, family.handles().size()) / 10.0;
    }
}
