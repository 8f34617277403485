package io.rapport.scoring.topology.person.state;

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
public record PublicationState(
        long sequence,
        long publishedAt,
        boolean due,
        @Nullable PublishedScore current,
        @Nullable PublishedScore change) {

    static final PublicationState EMPTY = new PublicationState(0, 0, false, null, null);

    /** Whether somebody believes there is a relationship. */
    public boolean isPublished() {
        return current != null || change != null || due;
    }

    public PublicationState nextSequence() {
        return new PublicationState(sequence + 1, publishedAt, due, current, change);
    }

    public PublicationState withChange(@Nullable PublishedScore told) {
        return new PublicationState(sequence, publishedAt, due, current, told);
    }

    public PublicationState withCurrent(@Nullable PublishedScore told, long now) {
        return new PublicationState(sequence, now, false, told, change);
    }

    public PublicationState withDeferral() {
        return new PublicationState(sequence, publishedAt, true, current, change);
    }

    void write(BinaryWriter out) {
        out.number(sequence).number(publishedAt).flag(due);
        PublishedScore.write(current, out);
        PublishedScore.write(change, out);
    }

    static PublicationState read(BinaryReader in) {
        return new PublicationState(in.int64(), in.int64(), in.bool(), PublishedScore.read(in), PublishedScore.read(in));
    }
}
