package io.rapport.identity.matching.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * An open-addressed hash table from 64-bit keys to record numbers. A key with one record holds the number in the table itself; other keys
 * hold the index of a posting list.
 */
final class PostingTable {

    private static final int[] NONE = {};

    private long[] keys = new long[1 << 12];
    /** By slot: the number of records with the key; -1 if the slot was never used. */
    private int[] sizes = filled(1 << 12);
    /** By slot: the record number, or the index of the posting list. */
    private int[] heads = new int[1 << 12];

    private final List<int[]> lists = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int used;

    private static int[] filled(int slots) {
        int[] sizes = new int[slots];
        Arrays.fill(sizes, -1);
        return sizes;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (sizes[at] >= 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    void add(long key, int record) {
        if (used * 3 > keys.length * 2) {
            grow();
        }
        int at = slot(key);
        int size = Math.max(0, sizes[at]);
        used += sizes[at] < 0 ? 1 : 0;
        keys[at] = key;
        sizes[at] = size + 1;
        if (size == 0) {
            heads[at] = record;
        } else if (size == 1) {
            heads[at] = listed(heads[at], record);
        } else {
            int[] list = lists.get(heads[at]);
            if (size == list.length) {
                list = Arrays.copyOf(list, size + (size >> 1) + 1);
                lists.set(heads[at], list);
            }
            list[size] = record;
        }
    }

    private int listed(int first, int second) {
        Integer place = free.poll();
        int[] list = {first, second};
        if (place == null) {
            lists.add(list);
            return lists.size() - 1;
        }
        lists.set(place, list);
        return place;
    }

    void remove(long key, int record) {
        int at = slot(key);
        if (sizes[at] == 1 && heads[at] == record) {
            sizes[at] = 0;
        } else if (sizes[at] > 1) {
            removeFromList(at, record);
        }
    }

    private void removeFromList(int at, int record) {
        int place = heads[at];
        int[] list = lists.get(place);
        for (int i = 0; i < sizes[at]; i++) {
            if (list[i] == record) {
                list[i] = list[--sizes[at]];
                if (sizes[at] == 1) {
                    heads[at] = list[0];
                    lists.set(place, NONE);
                    free.add(place);
                }
                return;
            }
        }
    }

    /** Returns the number of records with the key. */
    int size(long key) {
        return Math.max(0, sizes[slot(key)]);
    }

    /** Returns a record with the key, by its position from 0 to {@link #size} exclusive. */
    int record(long key, int number) {
        int at = slot(key);
        return sizes[at] == 1 ? heads[at] : lists.get(heads[at])[number];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSizes = sizes;
        int[] oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        sizes = filled(oldKeys.length * 2);
        heads = new int[oldKeys.length * 2];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            // Keys without records are dropped.
            if (oldSizes[i] > 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                sizes[at] = oldSizes[i];
                heads[at] = oldHeads[i];
                used++;
            }
        }
    }
}
