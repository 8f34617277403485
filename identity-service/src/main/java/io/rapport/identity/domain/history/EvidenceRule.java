package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import java.util.List;
import java.util.regex.Pattern;

/** What may tell us whom a handle belongs to. */
public enum EvidenceRule {
    /** The platform's own account id: what a handle is known by. */
    ACCOUNT_ID,
    /** The same verified e-mail address. */
    EMAIL_HASH,
    /** Written on the brand's client list. */
    CLIENT_LIST,
    /** Likeness: how much two people agree on, weighed. */
    LIKENESS,
    /** Somebody said so. */
    HUMAN;

    /** What stands where somebody was told of who is erased by now. */
    public static final String REDACTED = "About somebody who was erased";

    private static final String BY = " by ";
    /** Who decided what and when, as {@link #evidenceOf} writes it, and then why. */
    private static final Pattern HUMAN_DETAIL =
            Pattern.compile("([A-Z]+ by .+? at \\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z: ).*", Pattern.DOTALL);

    /** Evidence by this rule. */
    public Evidence evidence(String detail) {
        return new Evidence(name(), detail, 0);
    }

    /** The evidence a decision gives each handle it names. */
    public static List<Evidence> evidenceOf(Decision decision) {
        if (decision.type().equals(DecisionType.JOINED.name())) {
            var waterfall = decision.evidence();
            return waterfall == null ? List.of(new Evidence(decision.by(), decision.reason(), 0)) : waterfall;
        }
        return List.of(HUMAN.evidence(
                decision.type() + BY + decision.by() + " at " + decision.at() + ": " + decision.reason()));
    }

    /** The same evidence, telling what was compared and how much it weighed, and nothing of what was found. */
    public static Evidence redacted(Evidence evidence) {
        var said = HUMAN_DETAIL.matcher(evidence.detail());
        var detail = evidence.rule().equals(HUMAN.name()) && said.matches() ? said.group(1) + REDACTED : REDACTED;
        return new Evidence(evidence.rule(), detail, evidence.weight());
    }

    /** Whether this is where somebody gave a handle to a person: what stands behind it is history. */
    public static boolean isSplit(Evidence evidence) {
        return evidence.rule().equals(HUMAN.name()) && evidence.detail().startsWith(DecisionType.SPLIT.name() + BY);
    }
}
