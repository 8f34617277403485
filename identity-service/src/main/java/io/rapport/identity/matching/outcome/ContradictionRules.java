package io.rapport.identity.matching.outcome;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.DateComparison;
import io.rapport.identity.matching.model.MatchModel;
import io.rapport.identity.matching.compare.NameComparison;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.compare.RuleFinding;

import java.util.ArrayList;
import java.util.List;

/** What two records of one person cannot both say. */
public final class ContradictionRules {

    /** Where more of the same people than this carry two birth dates, the brand's dates cannot contradict alone. */
    private static final double UNRELIABLE = 0.04;

    private static final int SAME_BIRTH = 1;

    private final boolean datesCount;

    public ContradictionRules(MatchModel model) {
        this.datesCount = model.m(ComparisonRule.BIRTH_DATE, DateComparison.DIFFERENT) < UNRELIABLE;
    }

    /**
     * What contradicts.
     *
     * @param findings what the comparison of the two found
     * @param overwhelming whether everything else leaves no doubt, which outweighs a date in a brand whose dates are often wrong
     */
    public List<String> between(NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings, boolean overwhelming) {
        List<String> found = new ArrayList<>(2);
        String x = a.firstWord(RecordField.BIRTH_DATE);
        String y = b.firstWord(RecordField.BIRTH_DATE);
        if (!x.isEmpty()
                && !y.isEmpty()
                && DateComparison.level(x, y) == DateComparison.DIFFERENT
                && (datesCount || !overwhelming)) {
            found.add("born on different days");
        }
        if (isHousehold(findings)) {
            found.add("another given name");
        }
        for (NormalizedAccount account : a.accounts()) {
            if (hasDifferentAccount(account, b)) {
                found.add("different accounts on " + account.channel());
            }
        }
        return found;
    }

    /** Those who live together share family name, address, telephone and often an e-mail address, but hardly a birth date. */
    private static boolean isHousehold(List<RuleFinding> findings) {
        boolean others = false;
        for (RuleFinding finding : findings) {
            if (finding.rule() == ComparisonRule.BIRTH_DATE && finding.level() <= SAME_BIRTH) {
                return false;
            }
            others |= finding.rule() == ComparisonRule.GIVEN_NAME && finding.level() == NameComparison.DIFFERENT_GIVEN;
        }
        return others;
    }

    private static boolean hasDifferentAccount(NormalizedAccount account, NormalizedRecord other) {
        boolean there = false;
        for (NormalizedAccount of : other.accounts()) {
            if (of.channel().equals(account.channel())) {
                if (DeterministicRules.sameAccount(account, of)) {
                    return false;
                }
                there = true;
            }
        }
        return there;
    }
}
