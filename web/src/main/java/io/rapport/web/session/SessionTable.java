package io.rapport.web.session;

import io.rapport.contracts.access.SessionOpened;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sessions in memory by hash, until they expire. A closed session stays closed, whatever is read about it later. */
public final class SessionTable {

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    private record Row(SessionOpened session, boolean closed) {}

    /** Adds or replaces a session or, with null, closes it. */
    public void change(String hash, @Nullable SessionOpened session) {
        rows.compute(hash, (key, row) -> {
            if (row == null) {
                return session == null ? null : new Row(session, false);
            }
            return row.closed || session == null ? new Row(row.session, true) : new Row(session, false);
        });
    }

    Optional<SessionOpened> find(String hash) {
        return Optional.ofNullable(rows.get(hash)).filter(row -> !row.closed).map(Row::session);
    }

    /** Removes the sessions that have expired. */
    void purge(Instant at) {
        rows.values().removeIf(row -> !at.isBefore(row.session.expiresAt()));
    }

    int size() {
        return rows.size();
    }
}
