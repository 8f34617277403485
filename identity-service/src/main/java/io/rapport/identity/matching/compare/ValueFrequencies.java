package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.text.WordListReader;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each value occurs in a brand, leaning on what is common anywhere while the brand is small. */
public final class ValueFrequencies {

    /** The weight of what is common anywhere, in records. */
    private static final double SHIPPED = 300;

    private static final Map<String, Double> FAMILY = shares("family-names.txt", 0.009, 0.62);
    private static final Map<String, Double> GIVEN = shares("given-names.txt", 0.030, 0.72);
    private static final double RARE_FAMILY = 2e-5;
    /** The weight of what is usual for a field, in records. */
    private static final double USUAL = 50;

    private static final double RARE_GIVEN = 1e-4;

    private final Map<RecordField, Map<String, Integer>> counts = new EnumMap<>(RecordField.class);
    private final Map<RecordField, Integer> totals = new EnumMap<>(RecordField.class);

    private static Map<String, Double> shares(String list, double first, double fall) {
        Map<String, Double> shares = new HashMap<>();
        List<String> words = WordListReader.words(list);
        for (int i = 0; i < words.size(); i++) {
            shares.putIfAbsent(words.get(i), first * Math.pow(i + 1.0, -fall));
        }
        return shares;
    }

    public void add(NormalizedRecord profile) {
        count(profile, 1);
    }

    public void remove(NormalizedRecord profile) {
        count(profile, -1);
    }

    private void count(NormalizedRecord profile, int by) {
        count(RecordField.GIVEN_NAME, profile.name().given(), by);
        count(RecordField.FAMILY_NAME, profile.name().family(), by);
        profile.words().forEach((field, values) -> values.forEach(value -> count(field, value, by)));
    }

    private void count(RecordField field, String value, int by) {
        if (!value.isEmpty()) {
            counts.computeIfAbsent(field, f -> new HashMap<>()).merge(value, by, (a, b) -> a + b == 0 ? null : a + b);
            totals.merge(field, by, Integer::sum);
        }
    }

    private int count(RecordField field, String value) {
        return counts.getOrDefault(field, Map.of()).getOrDefault(value, 0);
    }

    /** The share of people with this family name, one bearer in this brand set aside. */
    double familyShare(String name) {
        return blended(RecordField.FAMILY_NAME, name, FAMILY.getOrDefault(name, RARE_FAMILY));
    }

    /** The share of people with this given name or form of it. */
    double givenShare(String name) {
        return blended(RecordField.GIVEN_NAME, name, GIVEN.getOrDefault(name, RARE_GIVEN));
    }

    /** Whether people are known to be called so, here or anywhere. */
    boolean isName(String word) {
        return GIVEN.containsKey(word)
                || FAMILY.containsKey(word)
                || count(RecordField.GIVEN_NAME, word) > 0
                || count(RecordField.FAMILY_NAME, word) > 0;
    }

    private double blended(RecordField field, String value, double shipped) {
        double total = totals.getOrDefault(field, 0);
        return (Math.max(0, count(field, value) - 1) + SHIPPED * shipped) / (Math.max(0, total - 1) + SHIPPED);
    }

    /**
     * The share of records that carry this value, of those that carry any, the pair that was found to share it set aside.
     *
     * @param usual the share that holds while the brand is small
     */
    double share(RecordField field, String value, double usual) {
        double total = totals.getOrDefault(field, 0);
        return (Math.max(0, count(field, value) - 2) + 1 + USUAL * usual) / (total + USUAL);
    }

    /** Whether so many records carry it that it tells nothing. */
    public boolean isTooFrequent(RecordField field, String value) {
        return count(field, value) > 8;
    }
}
