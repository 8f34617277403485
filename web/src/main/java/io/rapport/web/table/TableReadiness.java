package io.rapport.web.table;

import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Checks that a table holds everything that was on its topic when the service started. */
public final class TableReadiness {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private TableReadiness() {}

    /** Whether a table has caught up. */
    public static boolean isCaughtUp(TopicTable<?> table) {
        return table.caughtUp().isDone();
    }

    /**
     * Requires that a table has caught up.
     *
     * @throws ProblemException 503 if it has not
     */
    public static void requireCaughtUp(TopicTable<?> table) {
        requireCaughtUp(table.caughtUp());
    }

    /**
     * Requires that a table has caught up.
     *
     * @param caughtUp of the table
     * @throws ProblemException 503 if it has not
     */
    public static void requireCaughtUp(CompletableFuture<Void> caughtUp) {
        if (!caughtUp.isDone()) {
            throw Problem.unavailable(
                    "Tokens and brands are still being read. Send the same request again.", RETRY_AFTER);
        }
    }
}
