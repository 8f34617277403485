package io.rapport.identity.matching.compare;

/**
 * The result of one rule for a pair.
 *
 * @param level index into the rule's levels, 0 is the best
 * @param chance probability that two people agree on this very value; NaN if the model's u applies
 * @param left compared value of one record
 * @param right compared value of the other record
 * @param affix words beside a name in a handle
 */
public record RuleFinding(ComparisonRule rule, int level, double chance, String left, String right, String affix) {

    public static RuleFinding of(ComparisonRule rule, int level, String left, String right) {
        return new RuleFinding(rule, level, Double.NaN, left, right, "");
    }

    /** Returns this finding with the share of records that have the value. */
    RuleFinding withChance(double share) {
        return new RuleFinding(rule, level, share, left, right, affix);
    }
}
