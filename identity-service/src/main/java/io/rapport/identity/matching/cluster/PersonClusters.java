package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.model.EvidenceWaterfall;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.outcome.CannotLinks;
import io.rapport.identity.matching.outcome.ContradictionRules;
import io.rapport.identity.matching.outcome.DeterministicRules;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchClassifier;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.NormalizedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agglomerates matched pairs into people, best match first. Two clusters with contradicting members are never joined. */
public final class PersonClusters {

    /** The maximum cluster size; a match that would exceed it goes to review. */
    private static final int MAX_SIZE = 100;

    private final RecordIndex records;
    private final CandidateScorer scorer;
    private final ContradictionRules contradictions;
    private final CannotLinks cannotLinks;
    private final MatchThresholds thresholds;
    private final Map<String, List<NormalizedRecord>> clusters = new HashMap<>();
    private final List<Match> merges = new ArrayList<>();
    private final List<Match> reviews = new ArrayList<>();

    public PersonClusters(
            RecordIndex records, CandidateScorer scorer, CannotLinks cannotLinks, MatchThresholds thresholds) {
        this.scorer = scorer;
        this.contradictions = new ContradictionRules(scorer.model());
        this.records = records;
        this.cannotLinks = cannotLinks;
        this.thresholds = thresholds;
    }

    /** Builds the clusters from all matches, best first, and from the people already established. */
    public MatchResolution build(List<Match> matches, List<List<NormalizedRecord>> established) {
        for (NormalizedRecord record : records.all()) {
            clusters.put(record.id(), new ArrayList<>(List.of(record)));
        }
        established.forEach(person ->
                person.forEach(record -> unite(cluster(person.get(0).id()), cluster(record.id()))));
        for (Match match : matches) {
            if (match.outcome().compareTo(MatchOutcome.REVIEW) >= 0) {
                reviews.add(match);
            } else if (isJoined(match) || join(match)) {
                merges.add(match);
            }
        }
        while (rescoreReviews()) {
            // A join may settle further matches.
        }
        reviews.removeIf(this::isJoined);
        List<Match> suggested = new CompetingClaims(scorer, classifier(), this::cluster).resolve(reviews);
        return new MatchResolution(people(), List.copyOf(merges), List.copyOf(suggested));
    }

    private MatchClassifier classifier() {
        return new MatchClassifier(
                new DeterministicRules(records.frequencies()), cannotLinks, scorer.model(), thresholds);
    }

    private boolean isJoined(Match match) {
        return cluster(match.id()) == cluster(match.other());
    }

    private List<NormalizedRecord> cluster(String id) {
        List<NormalizedRecord> cluster = clusters.get(id);
        if (cluster == null) {
            throw new IllegalArgumentException("Unknown record: " + id);
        }
        return cluster;
    }

    private boolean join(Match match) {
        List<NormalizedRecord> left = cluster(match.id());
        List<NormalizedRecord> right = cluster(match.other());
        Set<String> contradictions = contradictions(left, right);
        if (!contradictions.isEmpty()) {
            double capped = Math.min(match.probability(), thresholds.merge());
            List<String> sorted = contradictions.stream().sorted().toList();
            reviews.add(new Match(match.id(), match.other(), MatchOutcome.REVIEW, capped, match.evidence(), sorted));
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
        smaller.forEach(record -> clusters.put(record.id(), larger));
    }

    /** Scores the matches for review again with all rows of both clusters. Returns whether any clusters were joined. */
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
        List<NormalizedRecord> left = cluster(match.id());
        List<NormalizedRecord> right = cluster(match.other());
        MatchCandidate candidate = new ClusterComparison(scorer).compare(left, right);
        double chance = EvidenceWaterfall.probability(candidate.logit());
        boolean hasMoreRows = left.size() + right.size() > 2;
        if (hasMoreRows
                && chance > thresholds.merge()
                && candidate.isCorroborated(scorer.model())
                && contradictions(left, right).isEmpty()) {
            Match inferred = new Match(
                    match.id(),
                    match.other(),
                    MatchOutcome.INFERRED,
                    chance,
                    EvidenceWaterfall.of(candidate, scorer.model(), chance),
                    List.of());
            if (join(inferred)) {
                merges.add(inferred);
            }
        }
    }

    /** Returns the contradictions between two clusters. */
    public Set<String> contradictions(List<NormalizedRecord> left, List<NormalizedRecord> right) {
        Set<String> found = new HashSet<>();
        if (left.size() + right.size() > MAX_SIZE) {
            found.add("more than " + MAX_SIZE + " records");
            return found;
        }
        for (NormalizedRecord a : left) {
            for (NormalizedRecord b : right) {
                MatchCandidate pair = scorer.compare(a, b);
                found.addAll(contradictions.between(a, b, pair.findings(), pair.weight() > 0));
                if (cannotLinks.isForbidden(a.id(), b.id())) {
                    found.add("kept apart: " + a.id() + ", " + b.id());
                }
            }
        }
        return found;
    }

    private List<List<String>> people() {
        Set<List<NormalizedRecord>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(clusters.values());
        return distinct.stream()
                .map(cluster ->
                        cluster.stream().map(NormalizedRecord::id).sorted().toList())
                .sorted(Comparator.comparing(ids -> ids.get(0)))
                .toList();
    }
}
