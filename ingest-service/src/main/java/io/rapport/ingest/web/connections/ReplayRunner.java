package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.connection.DeliveryReplayer;
import io.rapport.ingest.connection.DeliveryReplayer.ReplayResult;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository.Filter;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Replays a selection of what a connection rejected, and counts it. */
@Component
class ReplayRunner {

    private final DeliveryRejectionRepository rejections;
    private final SourceCatalogue sources;
    private final DeliveryReplayer replayer;
    private final ConnectionProgressService progress;
    private final Clock clock;

    ReplayRunner(
            DeliveryRejectionRepository rejections,
            SourceCatalogue sources,
            DeliveryReplayer replayer,
            ConnectionProgressService progress,
            Clock clock) {
        this.rejections = rejections;
        this.sources = sources;
        this.replayer = replayer;
        this.progress = progress;
        this.clock = clock;
    }

    ReplayResult run(ConnectionConfigured connection, ReplayRequest selection) {
        var source = sources.find(connection.source())
                .orElseThrow(() -> Problem.notFound().asException())
                .source();
        var key = connection.connectionKey();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var result = replayer.replay(connection, source, select(key, selection), now);
        progress.record(key, ProgressDelta.replayed(result.receipt().counts(), result.replayed()));
        return result;
    }

    private List<DeliveryRejected> select(ConnectionKey key, ReplayRequest request) {
        return request.ids() == null
                ? rejections.find(key, new Filter(request.code(), request.account()), null, ReplayRequest.MAX_ROWS)
                : rejections.find(key, request.requiredIds());
    }
}
