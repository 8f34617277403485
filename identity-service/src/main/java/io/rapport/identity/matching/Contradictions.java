package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.List;

/** What two records of one person cannot both say. */
final class Contradictions {

    /** Where more of the same people than this carry two birth dates, the brand's dates cannot contradict alone. */
    private static final double UNRELIABLE = 0.04;

    private static final int SAME_BIRTH = 1;

    private final boolean datesCount;

    Contradictions(Model model) {
        this.datesCount = model.m(Rule.BIRTH_DATE, DateComparison.DIFFERENT) < UNRELIABLE;
    }

    /**
     * What contradicts.
     *
     * @param findings what the comparison of the two found
     * @param overwhelming whether everything else leaves no doubt, which outweighs a date in a brand whose dates are often wrong
     */
    List<String> between(Profile a, Profile b, List<Finding> findings, boolean overwhelming) {
        List<String> found = new ArrayList<>(2);
        String x = a.word(Field.BIRTH_DATE);
        String y = b.word(Field.BIRTH_DATE);
        if (!x.isEmpty()
                && !y.isEmpty()
                && DateComparison.level(x, y) == DateComparison.DIFFERENT
                && (datesCount || !overwhelming)) {
            found.add("born on different days");
        }
        if (isHousehold(findings)) {
            found.add("another given name");
        }
        for (AccountForm account : a.accounts()) {
            if (elsewhere(account, b)) {
                found.add("different accounts on " + account.channel());
            }
        }
        return found;
    }

    /** Those who live together share family name, address, telephone and often an e-mail address, but hardly a birth date. */
    private static boolean isHousehold(List<Finding> findings) {
        boolean others = false;
        for (Finding finding : findings) {
            if (finding.rule() == Rule.BIRTH_DATE && finding.level() <= SAME_BIRTH) {
                return false;
            }
            others |= finding.rule() == Rule.GIVEN_NAME && finding.level() == NameComparison.DIFFERENT_GIVEN;
        }
        return others;
    }

    private static boolean elsewhere(AccountForm account, Profile other) {
        boolean there = false;
        for (AccountForm of : other.accounts()) {
            if (of.channel().equals(account.channel())) {
                if (Certainty.sameAccount(account, of)) {
                    return false;
                }
                there = true;
            }
        }
        return there;
    }
}
