package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that assign handles to people. */
public enum EvidenceRule {
    /** The platform's own account id, which identifies a handle. */
    ACCOUNT_ID,
    /** The same verified e-mail address. */
    EMAIL_HASH,
    /** Named on the brand's client list. */
    CLIENT_LIST,
    /** Probabilistic matching: the weighted agreement of two people. */
    LIKENESS,
    /** A value that the brand blocked and that is no evidence any more. */
    BLOCKED_CONTACT,
    /** A decision by a user. */
    HUMAN;

    /** Replaces text about a person who was erased. */
    public static final String REDACTED = "About a person who was erased";

    private static final String BY = " by ";
    /** The detail that {@link #evidenceOf} writes for a user decision: type, user and time, then the reason. */
    private static final Pattern HUMAN_DETAIL =
            Pattern.compile("([A-Z]+ by .+? at \\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z: ).*", Pattern.DOTALL);

    /** Whether a decision's author is a rule and not a user. */
    public static boolean isRule(String by) {
        return Stream.of(values()).anyMatch(rule -> rule.name().equals(by));
    }

    /** Evidence by this rule, of weight 0. */
    public Evidence evidence(String detail) {
        return new Evidence(name(), detail, 0);
    }

    /** The evidence that a decision adds to each handle it names. */
    public static List<Evidence> evidenceOf(Decision decision) {
        if (decision.type().equals(DecisionType.JOINED.name())) {
            var waterfall = decision.evidence();
            return waterfall == null ? List.of(new Evidence(decision.by(), decision.reason(), 0)) : waterfall;
        }
        return List.of(HUMAN.evidence(
                decision.type() + BY + decision.by() + " at " + decision.at() + ": " + decision.reason()));
    }

    /** The evidence with its rule and weight, without what was found. */
    public static Evidence redacted(Evidence evidence) {
        var matcher = HUMAN_DETAIL.matcher(evidence.detail());
        var detail = evidence.rule().equals(HUMAN.name()) && matcher.matches() ? matcher.group(1) + REDACTED : REDACTED;
        return new Evidence(evidence.rule(), detail, evidence.weight());
    }

    /** Whether this is evidence of a split. Evidence behind it is no longer effective. */
    public static boolean isSplit(Evidence evidence) {
        return evidence.rule().equals(HUMAN.name()) && evidence.detail().startsWith(DecisionType.SPLIT.name() + BY);
    }
}
