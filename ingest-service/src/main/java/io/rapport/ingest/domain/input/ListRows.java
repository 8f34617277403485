package io.rapport.ingest.domain.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the rows of a list and collects those that are rejected. */
public final class ListRows {

    private final List<RowRejection> rejected = new ArrayList<>();
    private final RejectionStreak streak = new RejectionStreak();
    private int count;

    /**
     * Passes the fields of a row to {@code reader}, which rejects it by {@link InputRejectedException}.
     *
     * @throws RejectionStreakException after too many rejected rows in a row
     */
    public void process(InputRow row, Consumer<Map<?, ?>> reader) {
        count++;
        try {
            reader.accept(row.fields());
            streak.accepted();
        } catch (InputRejectedException reason) {
            var rejection = RowRejection.of(row, reason);
            rejected.add(rejection);
            streak.rejected(rejection);
        }
    }

    /** The number of rows read. */
    public int count() {
        return count;
    }

    /** The rejected rows. */
    public List<RowRejection> rejected() {
        return List.copyOf(rejected);
    }
}
