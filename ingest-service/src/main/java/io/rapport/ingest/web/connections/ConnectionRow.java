package io.rapport.ingest.web.connections;

import io.rapport.ingest.domain.connection.ConnectionState;
import io.rapport.web.pages.PageText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connection as pages show it.
 *
 * @param state the state as a word
 * @param tone the class of the state
 * @param counts the outcomes with their numbers
 * @param ignored the ignored types with their numbers, as a sentence; empty for none
 */
record ConnectionRow(
        String connection,
        String source,
        ConnectionState state,
        String tone,
        List<String> accounts,
        @Nullable String hook,
        @Nullable String receivedAt,
        @Nullable String lastError,
        @Nullable String lastErrorAt,
        Map<String, Long> counts,
        String ignored) {

    private static final String TYPE = "ignored:";

    static ConnectionRow of(ConnectionView view) {
        var counts = new TreeMap<>(view.counts());
        counts.keySet().removeIf(name -> name.startsWith(TYPE));
        var ignored = view.counts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TYPE))
                .map(entry -> PageText.line(entry.getKey().substring(TYPE.length())) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return new ConnectionRow(
                view.connection(),
                view.source(),
                view.state(),
                tone(view.state()),
                view.accounts().stream()
                        .map(account -> PageText.line(account.id()) + " → " + account.brand())
                        .toList(),
                view.hook(),
                view.receivedAt() == null ? null : PageText.time(view.receivedAt()),
                view.lastError() == null ? null : PageText.line(view.lastError()),
                view.lastErrorAt() == null ? null : PageText.time(view.lastErrorAt()),
                counts,
                ignored);
    }

    private static String tone(ConnectionState state) {
        return switch (state) {
            case READY -> "ready";
            case FAILING -> "failing";
            case WAITING, PAUSED -> "idle";
        };
    }
}
