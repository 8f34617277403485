package io.rapport.standalone.client;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * The result of a file that was sent in one request.
 *
 * @param rejected the number of rejected rows
 * @param summary the counts in one line
 * @param remarks the rejected rows, warnings and notes, one line each
 */
public record UploadResult(long rejected, String summary, List<String> remarks) {

    private static final List<String> COUNTS =
            List.of("rows", "accepted", "added", "changed", "unchanged", "duplicates", "removed", "skipped");

    /** Reads the response to an import of clients, staff or engagements. */
    static UploadResult of(JsonNode response) {
        var remarks = new ArrayList<String>();
        if (response.hasNonNull("preset")) {
            remarks.add("read as " + response.path("preset").asString() + " (--preset names another)");
        }
        response.path("mapping")
                .path("columns")
                .properties()
                .forEach(column -> remarks.add(
                        "column " + column.getKey() + " is " + column.getValue().asString()));
        response.path("notes").forEach(note -> remarks.add(line(note, "line")));
        response.path("warnings").forEach(warning -> remarks.add(line(warning, "row", "index", "column", "field")));
        response.path("rejected").forEach(row -> remarks.add(line(row, "row", "column", "code")));
        if (response.hasNonNull("kept")) {
            remarks.add(response.path("kept").asString());
        }
        var rejected = response.has("rejectedRows")
                ? response.path("rejectedRows").asLong()
                : response.path("rejected").size();
        return new UploadResult(rejected, summary(response, rejected), List.copyOf(remarks));
    }

    private static String summary(JsonNode response, long rejected) {
        var counts = new StringJoiner(", ");
        for (var count : COUNTS) {
            if (response.path(count).isNumber()) {
                counts.add("%,d %s".formatted(response.path(count).asLong(), count));
            }
        }
        return counts.add("%,d rejected".formatted(rejected)).toString();
    }

    /** A remark with the fields that say where, then its message. */
    private static String line(JsonNode remark, String... where) {
        var line = new StringJoiner("  ");
        for (var field : where) {
            if (remark.hasNonNull(field)) {
                line.add(
                        remark.path(field).isNumber()
                                ? "line " + remark.path(field).asLong()
                                : remark.path(field).asString());
            }
        }
        return line.add(remark.path("message").asString("")).toString();
    }
}
