package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The records of one brand, matched one at a time as they come or all together. The work for one record is bounded whatever the brand's
 * size. Not safe for use by several threads at once.
 */
public final class MatchIndex {

    static final Comparator<Match> SUREST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);

    private final RecordStore records = new RecordStore();
    private final CannotLinks apart = new CannotLinks();
    private final Thresholds thresholds;
    private Scorer scorer = new Scorer(records, Model.shipped());

    /** An empty index with the shipped chances. */
    public MatchIndex(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Adds a record, or replaces the one with its id. */
    public void put(MatchRecord record) {
        records.put(Profile.of(record));
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
        return matches(Profile.of(record));
    }

    private List<Match> matches(Profile profile) {
        Judge judge = judge();
        List<Candidate> candidates = scorer.candidates(profile);
        Map<String, Double> chances = scorer.chances(profile, candidates);
        List<Match> matches = new ArrayList<>();
        for (Candidate candidate : candidates) {
            double chance = chances.getOrDefault(candidate.profile().id(), 0.0);
            if (profile.kind() == RecordKind.CLIENT
                    && candidate.profile().kind() == RecordKind.HANDLE
                    && chance >= thresholds.review()) {
                chance = Math.min(chance, fromTheHandle(candidate.profile(), profile));
            }
            matches.addAll(judge.judge(profile, candidate, chance));
        }
        matches.sort(SUREST);
        return matches;
    }

    /** Other clients may have a better claim to the handle. */
    private double fromTheHandle(Profile handle, Profile client) {
        List<Candidate> candidates = new ArrayList<>(scorer.candidates(handle));
        candidates.removeIf(candidate -> candidate.profile().id().equals(client.id()));
        candidates.add(scorer.compare(handle, client));
        return scorer.chances(handle, candidates).getOrDefault(client.id(), 0.0);
    }

    /** Learns the brand's own chances from all its records; until then the shipped ones, or the last learnt, hold. */
    public void learn() {
        scorer = new Scorer(records, new Learner(records).learn());
    }

    /**
     * Learns, then matches the whole brand. The result depends on the records only, not on their order.
     *
     * @param progress is told how many records are done
     */
    public Resolution resolve(IntConsumer progress) {
        learn();
        List<Match> matches = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int done = 0;
        for (Profile profile : records.all()) {
            for (Match match : matches(profile)) {
                boolean ordered = match.id().compareTo(match.other()) < 0;
                String pair = ordered ? match.id() + "\n" + match.other() : match.other() + "\n" + match.id();
                if (seen.add(pair)) {
                    matches.add(match);
                }
            }
            progress.accept(++done);
        }
        matches.sort(SUREST);
        return new Clusters(records, scorer, apart, thresholds).of(matches);
    }

    private Judge judge() {
        return new Judge(new Certainty(records.terms()), apart, scorer.model(), thresholds);
    }
}
