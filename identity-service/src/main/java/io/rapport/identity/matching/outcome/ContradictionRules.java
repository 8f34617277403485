package io.rapport.identity.matching.outcome;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.DateComparison;
import io.rapport.identity.matching.compare.NameComparison;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.model.MatchModel;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.record.SelfReportedContacts;
import java.util.ArrayList;
import java.util.List;

/** Contradictions that forbid two records to be one person. */
public final class ContradictionRules {

    /** Above this rate of differing birth dates for one person, a differing birth date alone does not contradict. */
    private static final double UNRELIABLE = 0.04;

    private static final int SAME_BIRTH = 1;

    private final boolean datesCount;

    public ContradictionRules(MatchModel model) {
        this.datesCount = model.m(ComparisonRule.BIRTH_DATE, DateComparison.DIFFERENT) < UNRELIABLE;
    }

    /**
     * Returns the contradictions between two records.
     *
     * @param findings findings of the pair
     * @param overwhelming whether the other evidence is overwhelming, which outweighs a birth date where the brand's dates are unreliable
     */
    public List<String> between(
            NormalizedRecord a, NormalizedRecord b, List<RuleFinding> findings, boolean overwhelming) {
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
        if (sharesUnverifiedContact(a, b)) {
            found.add("a contact that its sender typed");
        }
        for (NormalizedAccount account : a.accounts()) {
            if (hasDifferentAccount(account, b)) {
                found.add("different accounts on " + account.channel());
            }
        }
        return found;
    }

    /** An address that a stranger types into a form or a chat may be anyone's: a user decides. */
    private static boolean sharesUnverifiedContact(NormalizedRecord a, NormalizedRecord b) {
        if (!isUnverified(a) && !isUnverified(b)) {
            return false;
        }
        return shares(RecordField.EMAIL_HASH, a, b) || shares(RecordField.PHONE_HASH, a, b);
    }

    private static boolean isUnverified(NormalizedRecord record) {
        return record.kind() == RecordKind.HANDLE
                && record.accounts().stream().anyMatch(account -> SelfReportedContacts.isUnverified(account.channel()));
    }

    private static boolean shares(RecordField field, NormalizedRecord a, NormalizedRecord b) {
        return a.words(field).stream().anyMatch(b.words(field)::contains);
    }

    /** Members of a household share family name, address, phone and often e-mail address, but rarely a birth date. */
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
