package io.rapport.standalone.cli;

import io.rapport.demo.DemoYear;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.client.BatchResult;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RowBatch;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.util.List;

/** Sends a demo through the public REST API and waits until report shows it. Idempotent. */
final class DemoPlayer {

    private static final int BATCH = 500;

    private final ConnectionInfo connection;
    private final RapportClient client;
    private final ConsoleOutput console;

    DemoPlayer(ConnectionInfo connection, ConsoleOutput console) {
        this.connection = connection;
        this.client = new RapportClient(connection.token());
        this.console = console;
    }

    /** Sends all years. */
    void play(List<DemoYear> years) throws InterruptedException {
        var total = years.stream().mapToLong(year -> year.engagements().size()).sum();
        var bar = console.bar("playing", total);
        var sent = 0L;
        for (var year : years) {
            var brand = clientOf(year);
            brand.register(connection.ingest(), year.registration());
            var clients = year.clients();
            requireAll(brand.sendClients(connection.ingest(), RowBatch.of(clients.header(), clients.rows())));
            for (var from = 0; from < year.engagements().size(); from += BATCH) {
                var batch = batch(year, from);
                requireAll(brand.sendEngagements(connection.ingest(), batch));
                sent += batch.rows().size();
                bar.show(sent);
            }
        }
        new DemoCompletionCheck(connection, console).await(years);
    }

    private BrandClient clientOf(DemoYear year) {
        return new BrandClient(client, DemoPlan.AGENCY, year.brand().brand());
    }

    private static RowBatch batch(DemoYear year, int from) {
        var to = Math.min(year.engagements().size(), from + BATCH);
        return RowBatch.of(
                null,
                year.engagements().subList(from, to).stream()
                        .map(Json.mapper()::writeValueAsString)
                        .toList());
    }

    private static void requireAll(BatchResult result) {
        if (!result.rejected().isEmpty()) {
            throw new IllegalStateException(
                    "Ingest rejected a row of the demo: " + result.rejected().get(0));
        }
    }
}
