package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * What was published about a person.
 *
 * @param sequence of the latest state; it never restarts
 * @param publishedAt wall-clock milliseconds of the last record on {@code .current}
 * @param due whether the latest state is still to be published on {@code .current}
 * @param current the last score on {@code .current}; null before the first and after a tombstone
 * @param change the last score on {@code .changes}; null before the first and after the end of the relationship
 */
public record PublicationState(
        long sequence,
        long publishedAt,
        boolean due,
        /** Nothing was published. */
        @Nullable PublishedScore current,
        @Nullable PublishedScore change) {

    static final PublicationState EMPTY = new PublicationState(0, 0, false, null, null);

    /** Whether a relationship was published, or is due to be. */
    public boolean isPublished() {
        return current != null || change != null || due;
    }

    /** Returns the state with the next sequence number. */
    public PublicationState nextSequence() {
        return new PublicationState(sequence + 1, publishedAt, due, current, change);
    }

    /** Returns the state after a record on {@code .changes}. */
    public PublicationState withChange(@Nullable PublishedScore score) {
        return new PublicationState(sequence, publishedAt, due, current, score);
    }

    /** Returns the state after a record on {@code .current}. */
    public PublicationState withCurrent(@Nullable PublishedScore score, long now) {
        return new PublicationState(sequence, now, false, score, change);
    }

    /** Returns the state with a due publication. */
    public PublicationState withDeferral() {
        return new PublicationState(sequence, publishedAt, true, current, change);
    }

    void write(BinaryWriter out) {
        out.number(sequence).number(publishedAt).flag(due);
        PublishedScore.write(current, out);
        PublishedScore.write(change, out);
    }

    static PublicationState read(BinaryReader in) {
        return new PublicationState(
                in.int64(), in.int64(), in.bool(), PublishedScore.read(in), PublishedScore.read(in));
    }
}
