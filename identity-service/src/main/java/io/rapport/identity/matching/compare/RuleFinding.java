package io.rapport.identity.matching.compare;

/**
 * What one rule found in a pair.
 *
 * @param level index into the rule's levels, 0 the best
 * @param chance how often two people fall on this level with this very value; NaN when the model's u says it
 * @param left what was compared
 * @param right with what
 * @param affix words beside a name in a handle
 */
public record RuleFinding(ComparisonRule rule, int level, double chance, String left, String right, String affix) {

    public static RuleFinding of(ComparisonRule rule, int level, String left, String right) {
        return new RuleFinding(rule, level, Double.NaN, left, right, "");
    }

    /** Agreement on a value that this share of records has. */
    RuleFinding withChance(double share) {
        return new RuleFinding(rule, level, share, left, right, affix);
    }
}
