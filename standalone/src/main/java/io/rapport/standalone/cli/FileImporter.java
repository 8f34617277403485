package io.rapport.standalone.cli;

import io.rapport.standalone.client.BatchResult;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RowBatch;
import io.rapport.standalone.client.RowFileReader;

/**
 * Sends the rows of a file in batches, and prints every rejected row.
 *
 * @param target the receiver
 * @param query the parameters for CSV, empty or beginning with a question mark
 * @param console the output
 */
record FileImporter(Target target, String query, ConsoleOutput console) {

    /**
     * The receiver of rows.
     *
     * @param ingest the base URL of ingest
     * @param brand the brand of the rows
     */
    record Target(String ingest, BrandClient brand) {}

    /** Sends all rows; returns the number of rejected ones. */
    long send(RowFileReader rows) throws InterruptedException {
        var accepted = 0L;
        var duplicates = 0L;
        var rejected = 0L;
        while (rows.hasNext()) {
            var result = send(rows.next());
            for (var each : result.rejected()) {
                console.line("line " + each.line() + "  " + each.code() + "  " + each.message());
            }
            accepted += result.accepted();
            duplicates += result.duplicates();
            rejected += result.rejected().size();
            console.print(String.format(
                    "%,d rows sent: %,d accepted, %,d duplicates, %,d rejected",
                    accepted + duplicates + rejected, accepted, duplicates, rejected));
        }
        return rejected;
    }

    private BatchResult send(RowBatch batch) throws InterruptedException {
        return target.brand().sendEngagements(target.ingest(), batch, query);
    }
}
