package io.rapport.identity.domain.link;

import io.rapport.identity.domain.decision.DecisionPlanner;
import io.rapport.identity.domain.decision.DecisionProtocol;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.decision.JoinEvidence;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Merges people because of evidence, unless they are recorded as distinct or a user undid a union of them. Joins of disjoint people are carried out
 * together.
 */
public final class PersonJoiner {

    /** The number of rounds lost to concurrent decisions after which the batch fails and is redelivered. */
    private static final int MAX_EXTRA_ROUNDS = 100;

    private final SettledFamilyReader families;
    private final DecisionProtocol protocol;
    private final IdentityMetrics metrics;

    public PersonJoiner(SettledFamilyReader families, DecisionProtocol protocol, IdentityMetrics metrics) {
        this.families = families;
        this.protocol = protocol;
        this.metrics = metrics;
    }

    public void join(Collection<JoinEvidence> joins) {
        var open = List.copyOf(joins);
        for (var rounds = MAX_EXTRA_ROUNDS + joins.size(); !open.isEmpty(); rounds--) {
            if (rounds == 0) {
                throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
            }
            open = joinRound(open);
        }
    }

    /** Carries out joins of disjoint people; returns the remaining ones. */
    private List<JoinEvidence> joinRound(List<JoinEvidence> open) {
        var found = families.find(open.stream()
                .flatMap(join -> Stream.of(join.left(), join.right()))
                .toList());
        var later = new ArrayList<JoinEvidence>();
        var busy = new HashSet<PersonKey>();
        var plans = new ArrayList<DecisionPlanner.DecisionPlan>();
        var begun = new LinkedHashMap<PersonKey, JoinEvidence>();
        for (var join : open) {
            var left = found.get(join.left());
            var right = found.get(join.right());
            if (left == null || right == null || !isApplicable(join, left, right)) {
                continue;
            }
            if (busy.add(left.head().key()) & busy.add(right.head().key())) {
                var plan = DecisionPlanner.join(left, right, join);
                plans.add(plan);
                begun.put(plan.lead().key(), join);
            } else {
                later.add(join);
            }
        }
        protocol.writeIntents(plans).forEach(lead -> later.add(Objects.requireNonNull(begun.remove(lead))));
        later.addAll(complete(begun));
        return later;
    }

    private Collection<JoinEvidence> complete(Map<PersonKey, JoinEvidence> begun) {
        var unfinished = new LinkedHashMap<>(begun);
        protocol.complete(begun.keySet()).forEach(lead -> {
            var join = unfinished.remove(lead);
            if (join != null) {
                metrics.countJoin(join.rationale().by());
            }
        });
        return unfinished.values();
    }

    private boolean isApplicable(JoinEvidence join, PersonFamily left, PersonFamily right) {
        if (left.head().key().equals(right.head().key())
                || join.hasOtherListedAccount(left)
                || join.hasOtherListedAccount(right)) {
            return false;
        }
        if (left.isDistinctFrom(right)) {
            metrics.countRefusedJoin(join.rationale().by());
            return false;
        }
        if (!join.check().allows(left, right)) {
            return false;
        }
        if (left.wasSeparatedByUserFrom(right) || right.wasSeparatedByUserFrom(left)) {
            metrics.countRefusedJoin(join.rationale().by());
            return false;
        }
        return true;
    }
}
