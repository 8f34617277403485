package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.Comparator;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Composes views of connections. */
@Component
class ConnectionViews {

    private static final String ORDER = "connection";

    private final ConnectionDirectory connections;
    private final ConnectionProgressService progress;
    private final SourceCatalogue sources;

    ConnectionViews(ConnectionDirectory connections, ConnectionProgressService progress, SourceCatalogue sources) {
        this.connections = connections;
        this.progress = progress;
        this.sources = sources;
    }

    boolean isPulled(ConnectionConfigured connection) {
        return sources.find(connection.source())
                .filter(source -> source.fetcher() != null)
                .isPresent();
    }

    ConnectionView view(ConnectionConfigured connection) {
        var pushes = sources.find(connection.source())
                .filter(source -> source.verifier() != null)
                .isPresent();
        return ConnectionView.of(
                connection, progress.find(connection.connectionKey()).orElse(null), pushes);
    }

    /** A page of an agency's connections by name, those that match. */
    CursorPage<ConnectionView> page(String agency, Predicate<ConnectionConfigured> filter, PageRequest paging) {
        var after = paging.after() == null ? "" : paging.after().text(ORDER, 0);
        var found = connections.all().stream()
                .filter(connection -> connection.agency().equals(agency))
                .filter(filter)
                .filter(connection -> connection.connection().compareTo(after) > 0)
                .sorted(Comparator.comparing(ConnectionConfigured::connection))
                .limit(paging.limit() + 1L)
                .toList();
        return CursorPage.of(found, paging.limit(), connection -> Cursor.of(ORDER, connection.connection()))
                .map(this::view);
    }
}
