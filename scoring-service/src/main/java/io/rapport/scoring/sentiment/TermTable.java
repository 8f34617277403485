package io.rapport.scoring.sentiment;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hash table keyed by terms, with lookup by a range of a char array so that no string is allocated. */
final class TermTable<V> {

    private static final int SPREAD = 0x9E3779B9;

    private final char[][] terms;
    private final int[] hashes;
    private final Object[] values;
    private final int shift;
    private final int size;

    TermTable(Map<String, ? extends V> entries) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(4, entries.size() * 2));
        shift = 32 - bits;
        size = entries.size();
        terms = new char[1 << bits][];
        hashes = new int[1 << bits];
        values = new Object[1 << bits];
        entries.forEach(this::put);
    }

    private void put(String term, V value) {
        var chars = term.toCharArray();
        int hash = hash(0, chars, 0, chars.length);
        int slot = hash * SPREAD >>> shift;
        while (terms[slot] != null) {
            slot = (slot + 1) & (terms.length - 1);
        }
        terms[slot] = chars;
        hashes[slot] = hash;
        values[slot] = value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked") // only put() fills the table, with values of this type
    @Nullable
    V find(char[] chars, int start, int end, int hash) {
        for (int slot = hash * SPREAD >>> shift; terms[slot] != null; slot = (slot + 1) & (terms.length - 1)) {
            if (hashes[slot] == hash && Arrays.equals(terms[slot], 0, terms[slot].length, chars, start, end)) {
                return (V) values[slot];
            }
        }
        return null;
    }

    @Nullable
    V find(char[] chars, int start, int end) {
        return find(chars, start, end, hash(0, chars, start, end));
    }

    /** Extends the hash of a prefix by more characters. */
    static int hash(int before, char[] chars, int start, int end) {
        int hash = before;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }
}
