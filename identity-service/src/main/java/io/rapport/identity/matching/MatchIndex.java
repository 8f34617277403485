package io.rapport.identity.matching;

import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.block.SearchEffort;
import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.cluster.PersonClusters;
import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.model.MatchModel;
import io.rapport.identity.matching.model.ModelLearner;
import io.rapport.identity.matching.outcome.CannotLinks;
import io.rapport.identity.matching.outcome.DeterministicRules;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchClassifier;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The records of one brand, matched incrementally as they arrive or in one batch. The cost of matching one record is bounded whatever the
 * size of the brand. Not thread-safe.
 */
public final class MatchIndex {

    private final RecordIndex records = new RecordIndex();
    private final CannotLinks cannotLinks = new CannotLinks();
    private MatchThresholds thresholds;
    private CandidateScorer scorer = new CandidateScorer(records, MatchModel.shipped());

    /** Creates an empty index with the shipped model. */
    public MatchIndex(MatchThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Replaces the thresholds; later calls use the new ones. */
    public void setThresholds(MatchThresholds next) {
        thresholds = next;
    }

    /** Inserts a record or replaces the one with the same id. Returns false if the normalised record is unchanged. */
    public boolean put(MatchRecord record) {
        NormalizedRecord normalized = NormalizedRecord.of(record);
        boolean changed = !normalized.equals(records.get(record.id()));
        if (changed) {
            records.put(normalized);
        }
        return changed;
    }

    /** Returns the ids of all records, sorted. */
    public List<String> ids() {
        return records.all().stream().map(NormalizedRecord::id).toList();
    }

    /** Returns the number of records. */
    public int size() {
        return records.size();
    }

    /** Returns the cumulative cost of all candidate searches. */
    public SearchEffort effort() {
        return records.effort();
    }

    /** Matches a record of the index, best match first; empty if there is no such record. */
    public List<Match> match(String id) {
        NormalizedRecord normalized = records.get(id);
        return normalized == null ? List.of() : matches(normalized);
    }

    /** Returns the ids of the handles that share blocking keys with one of these client rows. Unknown ids are ignored. */
    public List<String> handlesNear(Collection<String> clients) {
        return records.handlesNear(known(clients)).stream()
                .map(NormalizedRecord::id)
                .toList();
    }

    /** Returns the contradictions that forbid two groups of records to be one person; empty if there are none. Unknown ids are ignored. */
    public Set<String> contradictions(Collection<String> left, Collection<String> right) {
        return clusters().contradictions(known(left), known(right));
    }

    private List<NormalizedRecord> known(Collection<String> ids) {
        return ids.stream().map(records::get).filter(Objects::nonNull).toList();
    }

    private PersonClusters clusters() {
        return new PersonClusters(records, scorer, cannotLinks, thresholds);
    }

    /** Removes a record; does nothing if there is no such record. */
    public void remove(String id) {
        records.remove(id);
    }

    /** Adds a cannot-link constraint between two records. */
    public void forbid(String a, String b) {
        cannotLinks.forbid(a, b);
    }

    /** Removes the cannot-link constraint between two records. */
    public void allow(String a, String b) {
        cannotLinks.allow(a, b);
    }

    /**
     * Matches a record, best match first; the record need not be in the index. A client row finds the handles that spell its name with at
     * most common affixes around it. Handles that spell it more loosely find the row: when they are matched themselves, or in {@link
     * #resolve}.
     */
    public List<Match> match(MatchRecord record) {
        return matches(NormalizedRecord.of(record));
    }

    private List<Match> matches(NormalizedRecord normalized) {
        MatchClassifier classifier = classifier();
        List<MatchCandidate> candidates = scorer.candidates(normalized);
        Map<String, Double> probabilities = scorer.probabilities(normalized, candidates);
        List<Match> matches = new ArrayList<>();
        for (MatchCandidate candidate : candidates) {
            double chance = probabilities.getOrDefault(candidate.record().id(), 0.0);
            if (normalized.kind() == RecordKind.CLIENT
                    && candidate.record().kind() == RecordKind.HANDLE
                    && chance >= thresholds.review()) {
                chance = Math.min(chance, ownerProbability(candidate.record(), normalized));
            }
            matches.addAll(classifier.classify(normalized, candidate, chance));
        }
        matches.sort(Match.BEST_FIRST);
        return matches;
    }

    /** Returns the probability seen from the handle, which other clients compete for. */
    private double ownerProbability(NormalizedRecord handle, NormalizedRecord client) {
        List<MatchCandidate> candidates = new ArrayList<>(scorer.candidates(handle));
        candidates.removeIf(candidate -> candidate.record().id().equals(client.id()));
        candidates.add(scorer.compare(handle, client));
        return scorer.probabilities(handle, candidates).getOrDefault(client.id(), 0.0);
    }

    /** Estimates the brand's own model from all records. Until then the shipped model, or the last estimate, is used. */
    public void learn() {
        scorer = new CandidateScorer(records, new ModelLearner(records).learn());
    }

    /**
     * Estimates the model, then matches the whole brand. The result depends on the records only, not on their order.
     *
     * @param progress receives the number of records matched so far
     */
    public MatchResolution resolve(IntConsumer progress) {
        learn();
        List<Match> matches = new ArrayList<>();
        int done = 0;
        for (NormalizedRecord normalized : records.all()) {
            matches.addAll(matches(normalized));
            progress.accept(++done);
        }
        return resolve(matches, List.of());
    }

    /**
     * Clusters matches found before. Matches of records that no longer exist are ignored.
     *
     * @param together the records of each person that is already established
     */
    public MatchResolution resolve(Collection<Match> found, Collection<? extends Collection<String>> established) {
        Set<String> seen = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : found) {
            boolean ordered = match.id().compareTo(match.other()) < 0;
            String pair = ordered ? match.id() + "\n" + match.other() : match.other() + "\n" + match.id();
            if (records.get(match.id()) != null && records.get(match.other()) != null && seen.add(pair)) {
                matches.add(match);
            }
        }
        matches.sort(Match.BEST_FIRST);
        return clusters().build(matches, established.stream().map(this::known).toList());
    }

    private MatchClassifier classifier() {
        return new MatchClassifier(
                new DeterministicRules(records.frequencies()), cannotLinks, scorer.model(), thresholds);
    }
}
