package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.ParsedName;
import java.util.Collection;
import java.util.List;

/** Whether two names may be those of one person, without regard to how frequent they are. */
public final class NameAgreement {

    private static final int DIFFERENT_FAMILY = 3;
    private static final ValueFrequencies GENERAL = new ValueFrequencies();
    private static final NameComparison COMPARISON = new NameComparison(GENERAL);

    private NameAgreement() {}

    /**
     * Whether the names speak against one person: both are whole names or known given names, and the given names differ. A
     * missing name, and a single word that is no known name, contradicts nothing.
     */
    public static boolean contradicts(ParsedName a, ParsedName b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        boolean comparable = isNamed(a) && isNamed(b);
        return comparable
                && level(ComparisonRule.GIVEN_NAME, COMPARISON.compare(a, b)) == NameComparison.DIFFERENT_GIVEN;
    }

    /** Whether the names are spellings of the same name: neither the given nor the family names differ. */
    public static boolean agrees(ParsedName a, ParsedName b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        List<RuleFinding> findings = COMPARISON.compare(a, b);
        boolean sameFamily = level(ComparisonRule.FAMILY_NAME, findings) != DIFFERENT_FAMILY
                || isInitial(a.family(), b.family())
                || isInitial(b.family(), a.family());
        return !findings.isEmpty()
                && sameFamily
                && level(ComparisonRule.GIVEN_NAME, findings) != NameComparison.DIFFERENT_GIVEN;
    }

    /** Whether the names of two people speak against a union: some of them contradict and none agree. */
    public static boolean contradicts(Collection<ParsedName> left, Collection<ParsedName> right) {
        return left.stream().anyMatch(a -> right.stream().anyMatch(b -> contradicts(a, b)))
                && left.stream().noneMatch(a -> right.stream().anyMatch(b -> agrees(a, b)));
    }

    /** Whether all of these names are spellings of the same name; true for a single one, false if one of several is missing. */
    public static boolean allAgree(List<ParsedName> names) {
        for (int i = 1; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!agrees(names.get(i), names.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNamed(ParsedName name) {
        boolean whole = !name.given().isEmpty() && !name.family().isEmpty();
        return whole || GENERAL.isName(name.joined());
    }

    private static boolean isInitial(String initial, String word) {
        return initial.length() == 1 && word.startsWith(initial);
    }

    private static int level(ComparisonRule rule, List<RuleFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .mapToInt(RuleFinding::level)
                .findFirst()
                .orElse(0);
    }
}
