package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins matched pairs into people, surest first, and never two groups of which any two members contradict each other. */
final class Clusters {

    /** Nobody has more records than this; what would make them more is left to a human. */
    private static final int LARGEST = 100;

    private final RecordStore records;
    private final Scorer scorer;
    private final Contradictions contradictions;
    private final CannotLinks apart;
    private final Thresholds thresholds;
    private final Map<String, List<Profile>> groups = new HashMap<>();

    Clusters(RecordStore records, Scorer scorer, CannotLinks apart, Thresholds thresholds) {
        this.scorer = scorer;
        this.contradictions = new Contradictions(scorer.model());
        this.records = records;
        this.apart = apart;
        this.thresholds = thresholds;
    }

    /** The people, given all matches surest first. */
    Resolution of(List<Match> matches) {
        for (Profile profile : records.all()) {
            groups.put(profile.id(), new ArrayList<>(List.of(profile)));
        }
        List<Match> merges = new ArrayList<>();
        List<Match> reviews = new ArrayList<>();
        for (Match match : matches) {
            List<Profile> left = group(match.id());
            List<Profile> right = group(match.other());
            if (match.outcome() == Outcome.REVIEW) {
                reviews.add(match);
            } else if (left == right) {
                merges.add(match);
            } else {
                join(match, left, right, merges, reviews);
            }
        }
        reviews.removeIf(match -> group(match.id()) == group(match.other()));
        reviews.sort(MatchIndex.SUREST);
        return new Resolution(people(), merges, reviews);
    }

    private List<Profile> group(String id) {
        List<Profile> group = groups.get(id);
        if (group == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return group;
    }

    private void join(Match match, List<Profile> left, List<Profile> right, List<Match> merges, List<Match> reviews) {
        Set<String> against = against(left, right);
        if (against.isEmpty()) {
            List<Profile> larger = left.size() >= right.size() ? left : right;
            List<Profile> smaller = larger == left ? right : left;
            larger.addAll(smaller);
            smaller.forEach(profile -> groups.put(profile.id(), larger));
            merges.add(match);
        } else {
            reviews.add(new Match(
                    match.id(),
                    match.other(),
                    Outcome.REVIEW,
                    Math.min(match.probability(), thresholds.merge()),
                    match.evidence(),
                    against.stream().sorted().toList()));
        }
    }

    private Set<String> against(List<Profile> left, List<Profile> right) {
        Set<String> found = new HashSet<>();
        if (left.size() + right.size() > LARGEST) {
            found.add("more than " + LARGEST + " records");
            return found;
        }
        for (Profile a : left) {
            for (Profile b : right) {
                found.addAll(contradictions.between(a, b, scorer.compare(a, b).logit() > 0));
                if (apart.forbids(a.id(), b.id())) {
                    found.add("kept apart: " + a.id() + ", " + b.id());
                }
            }
        }
        return found;
    }

    private List<List<String>> people() {
        Set<List<Profile>> distinct = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        distinct.addAll(groups.values());
        return distinct.stream()
                .map(group -> group.stream().map(Profile::id).sorted().toList())
                .sorted(Comparator.comparing(ids -> ids.get(0)))
                .toList();
    }
}
