package io.rapport.identity.matching.block;

import io.rapport.identity.matching.compare.ValueFrequencies;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The normalised records of a brand with their blocking index and value frequencies. */
public final class RecordIndex {

    private final List<@Nullable NormalizedRecord> records = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PostingTable postings = new PostingTable();
    private final BlockSearch search = new BlockSearch(postings);
    private final ValueFrequencies frequencies = new ValueFrequencies();
    private int clients;

    public ValueFrequencies frequencies() {
        return frequencies;
    }

    public void put(NormalizedRecord record) {
        remove(record.id());
        Integer reused = free.poll();
        int number = reused == null ? records.size() : reused;
        if (reused == null) {
            records.add(record);
        } else {
            records.set(number, record);
        }
        numbers.put(record.id(), number);
        frequencies.add(record);
        clients += record.kind() == RecordKind.CLIENT ? 1 : 0;
        for (long key : BlockingKeys.indexKeys(record)) {
            postings.add(key, number);
        }
    }

    public void remove(String id) {
        Integer number = numbers.remove(id);
        if (number == null) {
            return;
        }
        NormalizedRecord record = records.set(number, null);
        free.add(number);
        if (record != null) {
            frequencies.remove(record);
            clients -= record.kind() == RecordKind.CLIENT ? 1 : 0;
            for (long key : BlockingKeys.indexKeys(record)) {
                postings.remove(key, number);
            }
        }
    }

    @Nullable
    public NormalizedRecord get(String id) {
        Integer number = numbers.get(id);
        return number == null ? null : records.get(number);
    }

    public int size() {
        return numbers.size();
    }

    /** Returns the number of records of this kind. */
    public int count(RecordKind kind) {
        return kind == RecordKind.CLIENT ? clients : numbers.size() - clients;
    }

    /** Returns all records, ordered by id. */
    public List<NormalizedRecord> all() {
        List<NormalizedRecord> all = new ArrayList<>(numbers.size());
        for (NormalizedRecord record : records) {
            if (record != null) {
                all.add(record);
            }
        }
        all.sort(Comparator.comparing(NormalizedRecord::id));
        return all;
    }

    /** Returns the records that share blocking keys with this one, highest shared weight first. */
    public List<NormalizedRecord> candidates(NormalizedRecord record) {
        Map<Integer, Double> shared = search.sharedWeights(record);
        List<Map.Entry<NormalizedRecord, Double>> ranked = new ArrayList<>(shared.size());
        shared.forEach((number, weight) -> {
            NormalizedRecord other = records.get(number);
            if (other != null && !other.id().equals(record.id())) {
                ranked.add(Map.entry(other, weight));
            }
        });
        ranked.sort(Map.Entry.<NormalizedRecord, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().id()));
        List<NormalizedRecord> candidates = ranked.stream()
                .limit(BlockSearch.candidateLimit(record))
                .map(Map.Entry::getKey)
                .toList();
        search.addComparisons(candidates.size());
        return candidates;
    }

    /**
     * Returns the handles that look up a key under which one of these records is indexed, ordered by id. Reads every handle once;
     * compares none.
     */
    public List<NormalizedRecord> handlesNear(Collection<NormalizedRecord> sought) {
        Set<Long> keys = new HashSet<>();
        sought.forEach(record -> keys.addAll(BlockingKeys.indexKeys(record)));
        return all().stream()
                .filter(record -> record.kind() == RecordKind.HANDLE)
                .filter(handle -> BlockingKeys.lookupKeys(handle).stream().anyMatch(keys::contains))
                .toList();
    }

    /** Returns the cumulative cost of all candidate searches. */
    public SearchEffort effort() {
        return search.effort();
    }
}
