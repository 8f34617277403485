package io.rapport.identity.domain.withdrawal;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.decision.DecisionPlanner;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.link.ContactPolicy;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.IdentifierClaim;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An effective union that a rule made.
 *
 * @param lead the person who leads it
 * @param decision the union as the lead records it
 */
public record EvidenceUnion(PersonKey lead, Decision decision) {

    /** Later unions first, because an earlier one may depend on them. */
    static final Comparator<EvidenceUnion> LATEST_FIRST = Comparator.comparing(
                    (EvidenceUnion union) -> union.decision().at())
            .reversed()
            .thenComparing(union -> union.decision().id());

    /** The unions of all members of a family, the latest first. */
    public static List<EvidenceUnion> of(PersonFamily family) {
        return family.members().stream()
                .map(StoredPerson::state)
                .flatMap(EvidenceUnion::ledBy)
                .sorted(LATEST_FIRST)
                .toList();
    }

    /** The unions that a person leads. */
    static Stream<EvidenceUnion> ledBy(PersonDescribed person) {
        return new DecisionHistory(person.decisions())
                .effectiveDecisions().stream()
                        .filter(DecisionType.JOINED::matches)
                        .filter(union -> DecisionPlanner.isLedBy(person, union))
                        .map(union -> new EvidenceUnion(PersonKey.of(person), union));
    }

    /** The other person. */
    public UUID other() {
        return Objects.requireNonNull(decision.other(), "A union is about two people");
    }

    /** Whether one of these claims is the reason of the union, or among the evidence of an inferred one. */
    public boolean restsOn(Collection<String> claims) {
        return claims.stream().map(IdentifierClaim::of).anyMatch(this::restsOn);
    }

    /** Whether evidence by one of these rules speaks for the union. */
    boolean restsOnRule(Set<String> rules) {
        return rules.contains(decision.by())
                || EvidenceRule.evidenceOf(decision).stream()
                        .anyMatch(evidence -> rules.contains(evidence.rule()) && evidence.weight() >= 0);
    }

    private boolean restsOn(IdentifierClaim claim) {
        return EvidenceRule.evidenceOf(decision).stream().anyMatch(evidence -> ContactPolicy.isOf(evidence, claim));
    }
}
