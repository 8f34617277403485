package io.rapport.standalone.client;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What became of the rows of a batch.
 *
 * @param accepted how many were taken
 * @param duplicates how many were the same as one before them in the batch
 * @param rejected the others
 */
public record BatchResult(long accepted, long duplicates, List<Rejection> rejected) {

    /**
     * One row that was not taken.
     *
     * @param line of the file it begins on, counted from 1
     * @param code the reason, for machines
     * @param message the reason, for people
     */
    public record Rejection(long line, String code, String message) {}

    /** Reads the answer to a batch: of CSV ingest names the line it was sent, from 1; of JSON the row's place, from 0. */
    static BatchResult of(JsonNode answer, RowBatch batch) {
        var rejected = new ArrayList<Rejection>();
        for (var each : answer.path("rejected")) {
            rejected.add(new Rejection(
                    each.has("row")
                            ? batch.lineOf(each.path("row").asInt())
                            : batch.lines().get(each.path("index").asInt()),
                    each.path("code").asString(),
                    each.path("message").asString()));
        }
        return new BatchResult(
                answer.path("accepted").asLong(), answer.path("duplicates").asLong(), List.copyOf(rejected));
    }
}
