package io.rapport.ingest.source.payload;

import io.rapport.messaging.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cursor for each of several accounts, written as one text. Not thread-safe. */
public final class AccountCursors {

    private static final String BACKFILL = "from:";

    private final TreeMap<String, String> cursors = new TreeMap<>();

    private AccountCursors() {}

    /**
     * Reads the cursor of a connection. Malformed text is read as the cursor of a first fetch.
     *
     * @param text as {@link #text} wrote it; null for a first fetch; {@code from:} and an instant for a backfill
     */
    public static AccountCursors parse(@Nullable String text) {
        var read = new AccountCursors();
        if (text != null && text.startsWith("{")) {
            try {
                var root = PayloadNode.parse(text.getBytes(StandardCharsets.UTF_8));
                root.names()
                        .forEach(account -> read.set(account, root.at(account).requiredText()));
            } catch (PayloadShapeException e) {
                read.cursors.clear();
            }
        }
        return read;
    }

    /** The instant from which on a backfill fetches; empty if the cursor is not that of a backfill. */
    public static Optional<String> backfill(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(each -> each.startsWith(BACKFILL))
                .map(each -> each.substring(BACKFILL.length()));
    }

    /** The cursor of an account; empty if nothing was fetched yet. */
    public Optional<String> find(String account) {
        return Optional.ofNullable(cursors.get(account));
    }

    /** Sets the cursor of an account. */
    public void set(String account, String cursor) {
        cursors.put(account, cursor);
    }

    /** Removes the cursor of an account, if there is one. */
    public void remove(String account) {
        cursors.remove(account);
    }

    /** The cursors as one text. */
    public String text() {
        return Json.mapper().writeValueAsString(cursors);
    }
}
