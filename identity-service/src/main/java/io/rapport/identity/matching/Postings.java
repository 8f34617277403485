package io.rapport.identity.matching;

import java.util.Arrays;

/** Which records carry a key: an open-addressed table from 64-bit keys to lists of record numbers. */
final class Postings {

    private long[] keys = new long[1 << 12];
    private int[][] lists = new int[1 << 12][];
    private int[] sizes = new int[1 << 12];
    private int used;

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (lists[at] != null && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    void add(long key, int record) {
        if (used * 3 > keys.length * 2) {
            grow();
        }
        int at = slot(key);
        if (lists[at] == null) {
            keys[at] = key;
            lists[at] = new int[1];
            used++;
        } else if (sizes[at] == lists[at].length) {
            lists[at] = Arrays.copyOf(lists[at], sizes[at] * 2);
        }
        lists[at][sizes[at]++] = record;
    }

    void remove(long key, int record) {
        int at = slot(key);
        for (int i = 0; i < sizes[at]; i++) {
            if (lists[at][i] == record) {
                lists[at][i] = lists[at][--sizes[at]];
                return;
            }
        }
    }

    /** How many records carry the key. */
    int size(long key) {
        return sizes[slot(key)];
    }

    /** The first of them up to {@link #size}; not to be changed. */
    int[] list(long key) {
        int[] list = lists[slot(key)];
        return list == null ? new int[0] : list;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[][] oldLists = lists;
        int[] oldSizes = sizes;
        keys = new long[oldKeys.length * 2];
        lists = new int[oldKeys.length * 2][];
        sizes = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLists[i] != null) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                lists[at] = oldLists[i];
                sizes[at] = oldSizes[i];
            }
        }
    }
}
