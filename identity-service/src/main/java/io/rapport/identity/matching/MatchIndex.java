package io.rapport.identity.matching;

import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.outcome.CannotLinks;
import io.rapport.identity.matching.outcome.DeterministicRules;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.outcome.MatchClassifier;
import io.rapport.identity.matching.model.MatchModel;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.model.ModelLearner;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.cluster.PersonClusters;
import io.rapport.identity.matching.block.RecordIndex;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.block.SearchEffort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The records of one brand, matched one at a time as they come or all together. The work for one record is bounded whatever the brand's
 * size. Not safe for use by several threads at once.
 */
public final class MatchIndex {

    public static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);

    private final RecordIndex records = new RecordIndex();
    private final CannotLinks apart = new CannotLinks();
    private MatchThresholds thresholds;
    private CandidateScorer scorer = new CandidateScorer(records, MatchModel.shipped());

    /** An empty index with the shipped chances. */
    public MatchIndex(MatchThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** From where on a match counts from now on. */
    public void setThresholds(MatchThresholds next) {
        thresholds = next;
    }

    /** Adds a record, or replaces the one with its id; whether it says anything new. */
    public boolean put(MatchRecord record) {
        NormalizedRecord profile = NormalizedRecord.of(record);
        boolean news = !profile.equals(records.get(record.id()));
        if (news) {
            records.put(profile);
        }
        return news;
    }

    /** The ids of all records, sorted. */
    public List<String> ids() {
        return records.all().stream().map(NormalizedRecord::id).toList();
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** What finding look-alikes has cost so far. */
    public SearchEffort effort() {
        return records.effort();
    }

    /** Whom a record of the index may be, surest first; nobody when it is not there. */
    public List<Match> match(String id) {
        NormalizedRecord profile = records.get(id);
        return profile == null ? List.of() : matches(profile);
    }

    /**
     * What speaks against two groups of records being one person, whatever the probability; nothing when nothing does. Records
     * that are not in the index are left out.
     */
    public Set<String> contradictions(Collection<String> left, Collection<String> right) {
        return clusters().contradictions(known(left), known(right));
    }

    private List<NormalizedRecord> known(Collection<String> ids) {
        return ids.stream().map(records::get).filter(Objects::nonNull).toList();
    }

    private PersonClusters clusters() {
        return new PersonClusters(records, scorer, apart, thresholds);
    }

    /** Takes a record out; one that is not there is no matter. */
    public void remove(String id) {
        records.remove(id);
    }

    /** Remembers that two records are not the same person. */
    public void forbid(String a, String b) {
        apart.forbid(a, b);
    }

    /** Forgets that two records were kept apart. */
    public void allow(String a, String b) {
        apart.allow(a, b);
    }

    /**
     * Whom a record may be, surest first; the record itself need not be in the index. A client row finds the handles that spell its name
     * with no more than common words beside it; those that spell it more loosely find the row, here or in {@link #resolve}.
     */
    public List<Match> match(MatchRecord record) {
        return matches(NormalizedRecord.of(record));
    }

    private List<Match> matches(NormalizedRecord profile) {
        MatchClassifier judge = judge();
        List<MatchCandidate> candidates = scorer.candidates(profile);
        Map<String, Double> chances = scorer.probabilities(profile, candidates);
        List<Match> matches = new ArrayList<>();
        for (MatchCandidate candidate : candidates) {
            double chance = chances.getOrDefault(candidate.profile().id(), 0.0);
            if (profile.kind() == RecordKind.CLIENT
                    && candidate.profile().kind() == RecordKind.HANDLE
                    && chance >= thresholds.review()) {
                chance = Math.min(chance, ownerProbability(candidate.profile(), profile));
            }
            matches.addAll(judge.classify(profile, candidate, chance));
        }
        matches.sort(BEST_FIRST);
        return matches;
    }

    /** Other clients may have a better claim to the handle. */
    private double ownerProbability(NormalizedRecord handle, NormalizedRecord client) {
        List<MatchCandidate> candidates = new ArrayList<>(scorer.candidates(handle));
        candidates.removeIf(candidate -> candidate.profile().id().equals(client.id()));
        candidates.add(scorer.compare(handle, client));
        return scorer.probabilities(handle, candidates).getOrDefault(client.id(), 0.0);
    }

    /** Learns the brand's own chances from all its records; until then the shipped ones, or the last learnt, hold. */
    public void learn() {
        scorer = new CandidateScorer(records, new ModelLearner(records).learn());
    }

    /**
     * Learns, then matches the whole brand. The result depends on the records only, not on their order.
     *
     * @param progress is told how many records are done
     */
    public MatchResolution resolve(IntConsumer progress) {
        learn();
        List<Match> matches = new ArrayList<>();
        int done = 0;
        for (NormalizedRecord profile : records.all()) {
            matches.addAll(matches(profile));
            progress.accept(++done);
        }
        return resolve(matches, List.of());
    }

    /**
     * Makes people of matches found before. Matches of records that are gone are passed over.
     *
     * @param together the records of each person that is known already
     */
    public MatchResolution resolve(Collection<Match> found, Collection<? extends Collection<String>> together) {
        Set<String> seen = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : found) {
            boolean ordered = match.id().compareTo(match.other()) < 0;
            String pair = ordered ? match.id() + "\n" + match.other() : match.other() + "\n" + match.id();
            if (records.get(match.id()) != null && records.get(match.other()) != null && seen.add(pair)) {
                matches.add(match);
            }
        }
        matches.sort(BEST_FIRST);
        return clusters().build(matches, together.stream().map(this::known).toList());
    }

    private MatchClassifier judge() {
        return new MatchClassifier(new DeterministicRules(records.terms()), apart, scorer.model(), thresholds);
    }
}
