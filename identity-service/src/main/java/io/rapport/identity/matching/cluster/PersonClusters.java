package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.outcome.CannotLinks;
import io.rapport.identity.matching.outcome.ContradictionRules;
import io.rapport.identity.matching.outcome.DeterministicRules;
import io.rapport.identity.matching.model.EvidenceWaterfall;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.outcome.MatchClassifier;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.block.RecordIndex;

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
public final class PersonClusters {

    /** Nobody has more records than this; what would make them more is left to a human. */
    private static final int LARGEST = 100;

    private final RecordIndex records;
    private final CandidateScorer scorer;
    private final ContradictionRules contradictions;
    private final CannotLinks apart;
    private final MatchThresholds thresholds;
    private final Map<String, List<NormalizedRecord>> groups = new HashMap<>();
    private final List<Match> merges = new ArrayList<>();
    private final List<Match> reviews = new ArrayList<>();

    public PersonClusters(RecordIndex records, CandidateScorer scorer, CannotLinks apart, MatchThresholds thresholds) {
        this.scorer = scorer;
        this.contradictions = new ContradictionRules(scorer.model());
        this.records = records;
        this.apart = apart;
        this.thresholds = thresholds;
    }

    /** The people, given all matches surest first, and who is known to be one already. */
    public MatchResolution build(List<Match> matches, List<List<NormalizedRecord>> together) {
        for (NormalizedRecord profile : records.all()) {
            groups.put(profile.id(), new ArrayList<>(List.of(profile)));
        }
        together.forEach(person ->
                person.forEach(profile -> unite(group(person.get(0).id()), group(profile.id()))));
        for (Match match : matches) {
            if (match.outcome().compareTo(MatchOutcome.REVIEW) >= 0) {
                reviews.add(match);
            } else if (isJoined(match) || join(match)) {
                merges.add(match);
            }
        }
        while (rescoreReviews()) {
            // Whom a person turned out to be may settle who else they are.
        }
        reviews.removeIf(this::isJoined);
        List<Match> suggested = new CompetingClaims(scorer, judge(), this::group).resolve(reviews);
        return new MatchResolution(people(), List.copyOf(merges), List.copyOf(suggested));
    }

    private MatchClassifier judge() {
        return new MatchClassifier(new DeterministicRules(records.terms()), apart, scorer.model(), thresholds);
    }

    private boolean isJoined(Match match) {
        return group(match.id()) == group(match.other());
    }

    private List<NormalizedRecord> group(String id) {
        List<NormalizedRecord> group = groups.get(id);
        if (group == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return group;
    }

    private boolean join(Match match) {
        List<NormalizedRecord> left = group(match.id());
        List<NormalizedRecord> right = group(match.other());
        Set<String> against = contradictions(left, right);
        if (!against.isEmpty()) {
            double shown = Math.min(match.probability(), thresholds.merge());
            List<String> why = against.stream().sorted().toList();
            reviews.add(new Match(match.id(), match.other(), MatchOutcome.REVIEW, shown, match.evidence(), why));
            return false;
        }
        unite(left, right);
        return true;
    }

    private void unite(List<NormalizedRecord> left, List<NormalizedRecord> right) {
        if (left == right) {
            return;
        }
        List<NormalizedRecord> larger = left.size() >= right.size() ? left : right;
        List<NormalizedRecord> smaller = larger == left ? right : left;
        larger.addAll(smaller);
        smaller.forEach(profile -> groups.put(profile.id(), larger));
    }

    /** Looks again at what was left to a human, with all that is known of both people; whether anybody was joined. */
    private boolean rescoreReviews() {
        int before = merges.size();
        for (Match match : List.copyOf(reviews)) {
            if (!isJoined(match) && match.contradictions().isEmpty()) {
                rescore(match);
            }
        }
        return merges.size() > before;
    }

    private void rescore(Match match) {
        List<NormalizedRecord> left = group(match.id());
        List<NormalizedRecord> right = group(match.other());
        MatchCandidate candidate = new ClusterComparison(scorer).compare(left, right);
        double chance = EvidenceWaterfall.probability(candidate.logit());
        boolean more = left.size() + right.size() > 2;
        if (more
                && chance > thresholds.merge()
                && candidate.isCorroborated(scorer.model())
                && contradictions(left, right).isEmpty()) {
            Match sure = new Match(
                    match.id(),
                    match.other(),
                    MatchOutcome.INFERRED,
                    chance,
                    EvidenceWaterfall.of(candidate, scorer.model(), chance),
                    List.of());
            if (join(sure)) {
                merges.add(sure);
            }
        }
    }

    /** What speaks against two groups being one person. */
    public Set<String> contradictions(List<NormalizedRecord> left, List<NormalizedRecord> right) {
        Set<String> found = new HashSet<>();
        if (left.size() + right.size() > LARGEST) {
            found.add("more than " + LARGEST + " records");
            return found;
        }
        for (NormalizedRecord a : left) {
            for (NormalizedRecord b : right) {
                MatchCandidate pair = scorer.compare(a, b);
                found.addAll(contradictions.between(a, b, pair.findings(), pair.weight() > 0));
                if (apart.isForbidden(a.id(), b.id())) {
                    found.add("kept apart: " + a.id() + ", " + b.id());
                }
            }
        }
        return found;
    }

    private List<List<String>> people() {
        Set<List<NormalizedRecord>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(groups.values());
        return distinct.stream()
                .map(group -> group.stream().map(NormalizedRecord::id).sorted().toList())
                .sorted(Comparator.comparing(ids -> ids.get(0)))
                .toList();
    }
}
