package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers know of a person.
 *
 * @param sequence of the latest state; it never restarts
 * @param publishedAt wall-clock milliseconds of the last {@code .current}
 * @param due whether the latest state waits to be published on {@code .current}
 * @param current the last on {@code .current}; null before the first and after a tombstone
 * @param change the last on {@code .changes}; null before the first and after a withdrawal
 */
record Told(
        long sequence,
        long publishedAt,
        boolean due,
        @Nullable Summary current,
        @Nullable Summary change) {

    static final Told NOTHING = new Told(0, 0, false, null, null);

    /** Whether somebody believes there is a relationship. */
    boolean anything() {
        return current != null || change != null || due;
    }

    Told next() {
        return new Told(sequence + 1, publishedAt, due, current, change);
    }

    Told changed(@Nullable Summary told) {
        return new Told(sequence, publishedAt, due, current, told);
    }

    Told published(@Nullable Summary told, long now) {
        return new Told(sequence, now, false, told, change);
    }

    Told deferred() {
        return new Told(sequence, publishedAt, true, current, change);
    }

    void write(BinaryWriter out) {
        out.number(sequence).number(publishedAt).flag(due);
        Summary.write(current, out);
        Summary.write(change, out);
    }

    static Told read(BinaryReader in) {
        return new Told(in.whole(), in.whole(), in.isSet(), Summary.read(in), Summary.read(in));
    }
}
