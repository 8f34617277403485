package io.rapport.report.domain.change;

import io.rapport.contracts.BrandKey;
import java.time.Duration;
import java.util.List;

/** The changes of the scores of all brands, in the order of their topics. */
public interface ChangeFeed {

    /** Whether a position can be read from. */
    enum PositionState {
        READABLE,
        /** It belongs to another installation. */
        FOREIGN,
        /** Changes after it were deleted when their retention ended. */
        EXPIRED
    }

    /**
     * The position after the last change.
     *
     * @throws IllegalStateException if the broker does not answer
     */
    ChangePosition end();

    /**
     * Checks a position.
     *
     * @throws IllegalStateException if the broker does not answer
     */
    PositionState check(ChangePosition position);

    /** Reads the changes of a brand from a position on. */
    ChangeReader open(BrandKey brand, ChangePosition from);

    /** Reads changes; used by one thread. What is not read yet stays at the broker. */
    interface ChangeReader extends AutoCloseable {

        /** The next changes, a few hundred at most; empty if there are none within the time. */
        List<ChangeEvent> read(Duration time);

        /** The position after what was read, changes of other brands included. */
        ChangePosition position();

        @Override
        void close();
    }
}
