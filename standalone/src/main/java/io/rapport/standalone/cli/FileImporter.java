package io.rapport.standalone.cli;

import io.rapport.standalone.client.BatchResult;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RowBatch;
import io.rapport.standalone.client.RowFileReader;

/**
 * Sends the rows of a file, batch after batch, and tells of every row that was rejected.
 *
 * @param target where to
 * @param clients whether it is a client list
 * @param console who is told
 */
record FileImporter(Target target, boolean clients, ConsoleOutput console) {

    /**
     * Where rows are sent.
     *
     * @param ingest base URL
     * @param brand whose they are
     */
    record Target(String ingest, BrandClient brand) {}

    /** How many were rejected. */
    long send(RowFileReader rows) throws InterruptedException {
        var accepted = 0L;
        var duplicates = 0L;
        var rejected = 0L;
        while (rows.hasNext()) {
            var outcome = send(rows.next());
            for (var each : outcome.rejected()) {
                console.line("line " + each.line() + "  " + each.code() + "  " + each.message());
            }
            accepted += outcome.accepted();
            duplicates += outcome.duplicates();
            rejected += outcome.rejected().size();
            console.print(String.format(
                    "%,d rows sent: %,d accepted, %,d twice in the file, %,d rejected",
                    accepted + duplicates + rejected, accepted, duplicates, rejected));
        }
        return rejected;
    }

    private BatchResult send(RowBatch batch) throws InterruptedException {
        return clients
                ? target.brand().sendClients(target.ingest(), batch)
                : target.brand().sendEngagements(target.ingest(), batch);
    }
}
