package io.rapport.identity.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The brand's records, filed so that those alike are found without looking at the others. */
final class RecordStore {

    private final List<@Nullable Profile> profiles = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Postings postings = new Postings();
    private final Search search = new Search(postings);
    private final Terms terms = new Terms();
    private int clients;

    Terms terms() {
        return terms;
    }

    void put(Profile profile) {
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
        for (long key : BlockingKeys.filed(profile)) {
            postings.add(key, number);
        }
    }

    void remove(String id) {
        Integer number = numbers.remove(id);
        if (number == null) {
            return;
        }
        Profile profile = profiles.set(number, null);
        free.add(number);
        if (profile != null) {
            terms.remove(profile);
            clients -= profile.kind() == RecordKind.CLIENT ? 1 : 0;
            for (long key : BlockingKeys.filed(profile)) {
                postings.remove(key, number);
            }
        }
    }

    @Nullable
    Profile get(String id) {
        Integer number = numbers.get(id);
        return number == null ? null : profiles.get(number);
    }

    int size() {
        return numbers.size();
    }

    /** How many records of this kind there are. */
    int count(RecordKind kind) {
        return kind == RecordKind.CLIENT ? clients : numbers.size() - clients;
    }

    /** All records by id. */
    List<Profile> all() {
        List<Profile> all = new ArrayList<>(numbers.size());
        for (Profile profile : profiles) {
            if (profile != null) {
                all.add(profile);
            }
        }
        all.sort(Comparator.comparing(Profile::id));
        return all;
    }

    /** Records that share telling keys with this one, those that share most first. */
    List<Profile> alike(Profile profile) {
        Map<Integer, Double> shared = search.shared(profile);
        List<Map.Entry<Profile, Double>> ranked = new ArrayList<>(shared.size());
        shared.forEach((number, worth) -> {
            Profile other = profiles.get(number);
            if (other != null && !other.id().equals(profile.id())) {
                ranked.add(Map.entry(other, worth));
            }
        });
        ranked.sort(Map.Entry.<Profile, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().id()));
        List<Profile> alike = ranked.stream()
                .limit(Search.most(profile))
                .map(Map.Entry::getKey)
                .toList();
        search.compared(alike.size());
        return alike;
    }

    /** What finding them has cost so far. */
    Effort effort() {
        return search.effort();
    }
}
