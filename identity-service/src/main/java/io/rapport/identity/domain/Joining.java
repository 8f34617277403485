package io.rapport.identity.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes one person of two where evidence says so and nobody said otherwise; many at once, those of different people together. */
final class Joining {

    /** How often others may be faster before the evidence is left to be taken in again. */
    private static final int PATIENCE = 100;

    private final Gathering gathering;
    private final Proceedings proceedings;
    private final IdentityMeters meters;

    Joining(Gathering gathering, Proceedings proceedings, IdentityMeters meters) {
        this.gathering = gathering;
        this.proceedings = proceedings;
        this.meters = meters;
    }

    void join(Collection<Join> joins) {
        var open = List.copyOf(joins);
        for (var rounds = PATIENCE + joins.size(); !open.isEmpty(); rounds--) {
            if (rounds == 0) {
                throw new Refused(Refused.Why.CONFLICT);
            }
            open = round(open);
        }
    }

    /** Joins what concerns different people; gives back the rest. */
    private List<Join> round(List<Join> open) {
        var families = gathering.free(open.stream()
                .flatMap(join -> Stream.of(join.left(), join.right()))
                .toList());
        var later = new ArrayList<Join>();
        var busy = new HashSet<PersonKey>();
        var plans = new ArrayList<Planning.Plan>();
        var begun = new LinkedHashMap<PersonKey, Join>();
        for (var join : open) {
            var left = families.get(join.left());
            var right = families.get(join.right());
            if (left == null || right == null || !isMeant(join, left, right)) {
                continue;
            }
            if (busy.add(left.head().key()) & busy.add(right.head().key())) {
                var plan = Planning.join(left, right, join);
                plans.add(plan);
                begun.put(plan.lead().key(), join);
            } else {
                later.add(join);
            }
        }
        proceedings.begin(plans).forEach(lead -> later.add(Objects.requireNonNull(begun.remove(lead))));
        later.addAll(finish(begun));
        return later;
    }

    private Collection<Join> finish(Map<PersonKey, Join> begun) {
        var unfinished = new LinkedHashMap<>(begun);
        proceedings.finish(begun.keySet()).forEach(lead -> {
            var join = unfinished.remove(lead);
            if (join != null) {
                meters.joined(join.said().by());
            }
        });
        return unfinished.values();
    }

    private boolean isMeant(Join join, Family left, Family right) {
        if (left.head().key().equals(right.head().key()) || join.isTaken(left) || join.isTaken(right)) {
            return false;
        }
        if (left.isDistinctFrom(right)) {
            meters.refused(join.said().by());
            return false;
        }
        return join.objection().allows(left, right);
    }
}
