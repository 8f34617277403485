package io.rapport.identity.matching;

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

    static final Comparator<Match> SUREST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);

    private final RecordStore records = new RecordStore();
    private final CannotLinks apart = new CannotLinks();
    private Thresholds thresholds;
    private Scorer scorer = new Scorer(records, Model.shipped());

    /** An empty index with the shipped chances. */
    public MatchIndex(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** From where on a match counts from now on. */
    public void setThresholds(Thresholds next) {
        thresholds = next;
    }

    /** Adds a record, or replaces the one with its id; whether it says anything new. */
    public boolean put(MatchRecord record) {
        Profile profile = Profile.of(record);
        boolean news = !profile.equals(records.get(record.id()));
        if (news) {
            records.put(profile);
        }
        return news;
    }

    /** The ids of all records, sorted. */
    public List<String> ids() {
        return records.all().stream().map(Profile::id).toList();
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** What finding look-alikes has cost so far. */
    public Effort effort() {
        return records.effort();
    }

    /** Whom a record of the index may be, surest first; nobody when it is not there. */
    public List<Match> match(String id) {
        Profile profile = records.get(id);
        return profile == null ? List.of() : matches(profile);
    }

    /**
     * What speaks against two groups of records being one person, whatever the probability; nothing when nothing does. Records
     * that are not in the index are left out.
     */
    public Set<String> contradictions(Collection<String> left, Collection<String> right) {
        return clusters().against(known(left), known(right));
    }

    private List<Profile> known(Collection<String> ids) {
        return ids.stream().map(records::get).filter(Objects::nonNull).toList();
    }

    private Clusters clusters() {
        return new Clusters(records, scorer, apart, thresholds);
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
        int done = 0;
        for (Profile profile : records.all()) {
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
    public Resolution resolve(Collection<Match> found, Collection<? extends Collection<String>> together) {
        Set<String> seen = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : found) {
            boolean ordered = match.id().compareTo(match.other()) < 0;
            String pair = ordered ? match.id() + "\n" + match.other() : match.other() + "\n" + match.id();
            if (records.get(match.id()) != null && records.get(match.other()) != null && seen.add(pair)) {
                matches.add(match);
            }
        }
        matches.sort(SUREST);
        return clusters().of(matches, together.stream().map(this::known).toList());
    }

    private Judge judge() {
        return new Judge(new Certainty(records.terms()), apart, scorer.model(), thresholds);
    }
}
