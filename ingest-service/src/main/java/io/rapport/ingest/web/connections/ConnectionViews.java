package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository.Filter;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.web.response.KeyOrder;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Composes views of connections. */
@Component
class ConnectionViews {

    private static final KeyOrder<ConnectionConfigured> ORDER =
            new KeyOrder<>("connection", ConnectionConfigured::connection);
    private static final String NEWEST_FIRST = "-rejectedAt";

    private final ConnectionDirectory connections;
    private final ConnectionProgressService progress;
    private final SourceCatalogue sources;
    private final DeliveryRejectionRepository rejections;

    ConnectionViews(
            ConnectionDirectory connections,
            ConnectionProgressService progress,
            SourceCatalogue sources,
            DeliveryRejectionRepository rejections) {
        this.connections = connections;
        this.progress = progress;
        this.sources = sources;
        this.rejections = rejections;
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

    /** A page of what a connection rejected, newest first. */
    CursorPage<DeliveryRejected> rejections(ConnectionKey connection, Filter filter, PageRequest paging) {
        var after = paging.after() == null ? null : paging.after().text(NEWEST_FIRST, 0);
        var found = rejections.find(connection, filter, after, paging.limit() + 1);
        return CursorPage.of(
                found, paging.limit(), row -> Cursor.of(NEWEST_FIRST, DeliveryRejectionRepository.sortKey(row)));
    }

    /** A page of an agency's connections by name, those that match. */
    CursorPage<ConnectionView> page(String agency, Predicate<ConnectionConfigured> filter, PageRequest paging) {
        var matching = connections.all().stream()
                .filter(connection -> connection.agency().equals(agency))
                .filter(filter);
        return ORDER.page(matching, paging).map(this::view);
    }
}
