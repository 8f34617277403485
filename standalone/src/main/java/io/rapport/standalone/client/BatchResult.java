package io.rapport.standalone.client;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The result of a batch.
 *
 * @param accepted the number of accepted rows
 * @param duplicates the number of rows equal to an earlier one of the batch
 * @param rejected the rejected rows
 */
public record BatchResult(long accepted, long duplicates, List<Rejection> rejected) {

    /**
     * A rejected row.
     *
     * @param line the line of the file on which it begins, counted from 1
     * @param code the code of the reason
     * @param message the reason as a sentence
     */
    public record Rejection(long line, String code, String message) {}

    /** Reads the response to a batch. For CSV ingest returns the line within the request, from 1; for JSON the index of the row, from 0. */
    static BatchResult of(JsonNode response, RowBatch batch) {
        var rejected = new ArrayList<Rejection>();
        for (var each : response.path("rejected")) {
            rejected.add(new Rejection(
                    each.has("row")
                            ? batch.lineOf(each.path("row").asInt())
                            : batch.lines().get(each.path("index").asInt()),
                    each.path("code").asString(),
                    each.path("message").asString()));
        }
        return new BatchResult(
                response.path("accepted").asLong(), response.path("duplicates").asLong(), List.copyOf(rejected));
    }
}
