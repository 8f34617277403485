package io.rapport.identity.matching.block;

import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.compare.ValueFrequencies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The brand's records, filed so that those alike are found without looking at the others. */
public final class RecordIndex {

    private final List<@Nullable NormalizedRecord> profiles = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PostingTable postings = new PostingTable();
    private final BlockSearch search = new BlockSearch(postings);
    private final ValueFrequencies terms = new ValueFrequencies();
    private int clients;

    public ValueFrequencies terms() {
        return terms;
    }

    public void put(NormalizedRecord profile) {
        remove(profile.id());
        Integer reused = free.poll();
        int number = reused == null ? profiles.size() : reused;
        if (reused == null) {
            profiles.add(profile);
        } else {
            profiles.set(number, profile);
        }
        numbers.put(profile.id(), number);
        terms.add(profile);
        clients += profile.kind() == RecordKind.CLIENT ? 1 : 0;
        for (long key : BlockingKeys.indexKeys(profile)) {
            postings.add(key, number);
        }
    }

    public void remove(String id) {
        Integer number = numbers.remove(id);
        if (number == null) {
            return;
        }
        NormalizedRecord profile = profiles.set(number, null);
        free.add(number);
        if (profile != null) {
            terms.remove(profile);
            clients -= profile.kind() == RecordKind.CLIENT ? 1 : 0;
            for (long key : BlockingKeys.indexKeys(profile)) {
                postings.remove(key, number);
            }
        }
    }

    @Nullable
    public NormalizedRecord get(String id) {
        Integer number = numbers.get(id);
        return number == null ? null : profiles.get(number);
    }

    public int size() {
        return numbers.size();
    }

    /** How many records of this kind there are. */
    public int count(RecordKind kind) {
        return kind == RecordKind.CLIENT ? clients : numbers.size() - clients;
    }

    /** All records by id. */
    public List<NormalizedRecord> all() {
        List<NormalizedRecord> all = new ArrayList<>(numbers.size());
        for (NormalizedRecord profile : profiles) {
            if (profile != null) {
                all.add(profile);
            }
        }
        all.sort(Comparator.comparing(NormalizedRecord::id));
        return all;
    }

    /** Records that share telling keys with this one, those that share most first. */
    public List<NormalizedRecord> candidates(NormalizedRecord profile) {
        Map<Integer, Double> shared = search.sharedWeights(profile);
        List<Map.Entry<NormalizedRecord, Double>> ranked = new ArrayList<>(shared.size());
        shared.forEach((number, worth) -> {
            NormalizedRecord other = profiles.get(number);
            if (other != null && !other.id().equals(profile.id())) {
                ranked.add(Map.entry(other, worth));
            }
        });
        ranked.sort(Map.Entry.<NormalizedRecord, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().id()));
        List<NormalizedRecord> alike = ranked.stream()
                .limit(BlockSearch.candidateLimit(profile))
                .map(Map.Entry::getKey)
                .toList();
        search.addComparisons(alike.size());
        return alike;
    }

    /** What finding them has cost so far. */
    public SearchEffort effort() {
        return search.effort();
    }
}
