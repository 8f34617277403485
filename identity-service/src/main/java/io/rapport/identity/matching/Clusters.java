package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    private final List<Match> merges = new ArrayList<>();
    private final List<Match> reviews = new ArrayList<>();

    Clusters(RecordStore records, Scorer scorer, CannotLinks apart, Thresholds thresholds) {
        this.scorer = scorer;
        this.contradictions = new Contradictions(scorer.model());
        this.records = records;
        this.apart = apart;
        this.thresholds = thresholds;
    }

    /** The people, given all matches surest first, and who is known to be one already. */
    Resolution of(List<Match> matches, List<List<Profile>> together) {
        for (Profile profile : records.all()) {
            groups.put(profile.id(), new ArrayList<>(List.of(profile)));
        }
        together.forEach(person ->
                person.forEach(profile -> unite(group(person.get(0).id()), group(profile.id()))));
        for (Match match : matches) {
            if (match.outcome().compareTo(Outcome.REVIEW) >= 0) {
                reviews.add(match);
            } else if (joined(match) || join(match)) {
                merges.add(match);
            }
        }
        while (reviewed()) {
            // Whom a person turned out to be may settle who else they are.
        }
        reviews.removeIf(this::joined);
        List<Match> suggested = new Claims(scorer, judge(), this::group).weighed(reviews);
        return new Resolution(people(), List.copyOf(merges), List.copyOf(suggested));
    }

    private Judge judge() {
        return new Judge(new Certainty(records.terms()), apart, scorer.model(), thresholds);
    }

    private boolean joined(Match match) {
        return group(match.id()) == group(match.other());
    }

    private List<Profile> group(String id) {
        List<Profile> group = groups.get(id);
        if (group == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return group;
    }

    private boolean join(Match match) {
        List<Profile> left = group(match.id());
        List<Profile> right = group(match.other());
        Set<String> against = against(left, right);
        if (!against.isEmpty()) {
            double shown = Math.min(match.probability(), thresholds.merge());
            List<String> why = against.stream().sorted().toList();
            reviews.add(new Match(match.id(), match.other(), Outcome.REVIEW, shown, match.evidence(), why));
            return false;
        }
        unite(left, right);
        return true;
    }

    private void unite(List<Profile> left, List<Profile> right) {
        if (left == right) {
            return;
        }
        List<Profile> larger = left.size() >= right.size() ? left : right;
        List<Profile> smaller = larger == left ? right : left;
        larger.addAll(smaller);
        smaller.forEach(profile -> groups.put(profile.id(), larger));
    }

    /** Looks again at what was left to a human, with all that is known of both people; whether anybody was joined. */
    private boolean reviewed() {
        int before = merges.size();
        for (Match match : List.copyOf(reviews)) {
            if (!joined(match) && match.contradictions().isEmpty()) {
                again(match);
            }
        }
        return merges.size() > before;
    }

    private void again(Match match) {
        List<Profile> left = group(match.id());
        List<Profile> right = group(match.other());
        Candidate candidate = new GroupComparison(scorer).compare(left, right);
        double chance = Waterfall.chance(candidate.logit());
        boolean more = left.size() + right.size() > 2;
        if (more
                && chance > thresholds.merge()
                && candidate.isCorroborated(scorer.model())
                && against(left, right).isEmpty()) {
            Match sure = new Match(
                    match.id(),
                    match.other(),
                    Outcome.INFERRED,
                    chance,
                    Waterfall.of(candidate, scorer.model(), chance),
                    List.of());
            if (join(sure)) {
                merges.add(sure);
            }
        }
    }

    /** What speaks against two groups being one person. */
    Set<String> against(List<Profile> left, List<Profile> right) {
        Set<String> found = new HashSet<>();
        if (left.size() + right.size() > LARGEST) {
            found.add("more than " + LARGEST + " records");
            return found;
        }
        for (Profile a : left) {
            for (Profile b : right) {
                Candidate pair = scorer.compare(a, b);
                found.addAll(contradictions.between(a, b, pair.findings(), pair.weight() > 0));
                if (apart.forbids(a.id(), b.id())) {
                    found.add("kept apart: " + a.id() + ", " + b.id());
                }
            }
        }
        return found;
    }

    private List<List<String>> people() {
        Set<List<Profile>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(groups.values());
        return distinct.stream()
                .map(group -> group.stream().map(Profile::id).sorted().toList())
                .sorted(Comparator.comparing(ids -> ids.get(0)))
                .toList();
    }
}
