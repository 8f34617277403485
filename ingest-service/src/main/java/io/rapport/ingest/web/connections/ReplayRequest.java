package io.rapport.ingest.web.connections;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.web.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects rejections to replay.
 *
 * @param ids the rejections; null to select by the others
 * @param code the reason; null for all
 * @param account the account of the platform; null for all
 */
record ReplayRequest(
        @Nullable List<@Nullable UUID> ids,
        @Nullable RejectionCode code,
        @Nullable String account) {

    /** The maximum number of rejections that one request replays. */
    static final int MAX_ROWS = 500;

    static final ReplayRequest ALL = new ReplayRequest(null, null, null);

    List<UUID> requiredIds() {
        var named = ids == null
                ? List.<UUID>of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
        if (named.size() > MAX_ROWS) {
            throw Problem.invalid("ids", "ids has at most " + MAX_ROWS + " entries.")
                    .asException();
        }
        return named;
    }
}
