package io.rapport.identity.matching;

/**
 * What one rule found in a pair.
 *
 * @param level index into the rule's levels, 0 the best
 * @param chance how often two people fall on this level with this very value; NaN when the model's u says it
 * @param left what was compared
 * @param right with what
 * @param aside words beside a name in a handle
 */
record Finding(Rule rule, int level, double chance, String left, String right, String aside) {

    static Finding of(Rule rule, int level, String left, String right) {
        return new Finding(rule, level, Double.NaN, left, right, "");
    }

    /** Agreement on a value that this share of records has. */
    Finding shared(double share) {
        return new Finding(rule, level, share, left, right, aside);
    }
}
