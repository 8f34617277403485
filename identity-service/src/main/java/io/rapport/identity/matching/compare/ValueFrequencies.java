package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.text.WordListReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Frequencies of values in a brand, smoothed with general frequencies while the brand is small. */
public final class ValueFrequencies {

    /** Weight of the general name frequencies, in records. */
    private static final double NAME_PRIOR_WEIGHT = 300;

    private static final Map<String, Double> FAMILY = shares("family-names.txt", 0.009, 0.62);
    private static final Map<String, Double> GIVEN = shares("given-names.txt", 0.030, 0.72);
    private static final double RARE_FAMILY = 2e-5;
    /** Weight of the usual share of a field, in records. */
    private static final double FIELD_PRIOR_WEIGHT = 50;

    private static final double RARE_GIVEN = 1e-4;

    private final ClientIdentifiers clientIdentifiers = new ClientIdentifiers();
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

    /** The identifiers of the clients. */
    public ClientIdentifiers clientIdentifiers() {
        return clientIdentifiers;
    }

    public void add(NormalizedRecord record) {
        clientIdentifiers.add(record);
        count(record, 1);
    }

    public void remove(NormalizedRecord record) {
        clientIdentifiers.remove(record);
        count(record, -1);
    }

    private void count(NormalizedRecord record, int by) {
        count(RecordField.GIVEN_NAME, record.name().given(), by);
        count(RecordField.FAMILY_NAME, record.name().family(), by);
        record.words().forEach((field, values) -> values.forEach(value -> count(field, value, by)));
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

    /** Returns the share of people with this family name, one bearer in this brand excluded. */
    double familyShare(String name) {
        return blended(RecordField.FAMILY_NAME, name, FAMILY.getOrDefault(name, RARE_FAMILY));
    }

    /** Returns the share of people with this given name or form of it. */
    double givenShare(String name) {
        return blended(RecordField.GIVEN_NAME, name, GIVEN.getOrDefault(name, RARE_GIVEN));
    }

    /** Whether the word is a known name, in this brand or in general. */
    boolean isName(String word) {
        return GIVEN.containsKey(word)
                || FAMILY.containsKey(word)
                || count(RecordField.GIVEN_NAME, word) > 0
                || count(RecordField.FAMILY_NAME, word) > 0;
    }

    private double blended(RecordField field, String value, double shipped) {
        double total = totals.getOrDefault(field, 0);
        return (Math.max(0, count(field, value) - 1) + NAME_PRIOR_WEIGHT * shipped)
                / (Math.max(0, total - 1) + NAME_PRIOR_WEIGHT);
    }

    /**
     * Returns the share of records with this value among those that have the field, the pair under comparison excluded.
     *
     * @param usual the share used while the brand is small
     */
    double share(RecordField field, String value, double usual) {
        double total = totals.getOrDefault(field, 0);
        return (Math.max(0, count(field, value) - 2) + 1 + FIELD_PRIOR_WEIGHT * usual) / (total + FIELD_PRIOR_WEIGHT);
    }

    /** Whether too many records have the value for it to discriminate. */
    public boolean isTooFrequent(RecordField field, String value) {
        return count(field, value) > 8;
    }
}
