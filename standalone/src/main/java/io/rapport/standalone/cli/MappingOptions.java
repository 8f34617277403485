package io.rapport.standalone.cli;

import io.rapport.ingest.source.preset.PresetFileReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what the columns of a file mean; they are sent as the parameters of the same names. */
final class MappingOptions {

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "source of the engagements, a name such as hootsuite or newsletter; each file of one system has the"
                            + " same (default: the name of the preset)")
    private @Nullable String source;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "export that the file is, such as shopify-orders; without it, it is found by the header")
    private @Nullable String preset;

    @Option(
            names = "--map",
            paramLabel = "COLUMN:FIELD",
            description = "meaning of a column, such as 'Posted:occurredAt' or 'Code:ignore'; repeatable")
    private List<String> map = List.of();

    @Option(
            names = "--const",
            paramLabel = "FIELD:VALUE",
            description = "value of a field in rows without one, such as channel:x; repeatable")
    private List<String> constants = List.of();

    @Option(
            names = "--value",
            paramLabel = "FIELD:WORD=VALUE",
            description = "meaning of a word of the file, such as kind:Like=REACTION; repeatable")
    private List<String> values = List.of();

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "column that the ids of rows are made of if the file has none; repeatable")
    private List<String> ids = List.of();

    @Option(names = "--zone", paramLabel = "ZONE", description = "zone of times without one, such as Europe/Oslo")
    private @Nullable String zone;

    @Option(names = "--dates", paramLabel = "DMY|MDY", description = "order of day and month in dates such as 3/4/2026")
    private @Nullable String dates;

    @Option(
            names = "--epoch",
            paramLabel = "UNIT",
            description = "unit of times that are numbers: SECONDS, MILLISECONDS or MICROSECONDS")
    private @Nullable String epoch;

    @Option(names = "--header", paramLabel = "LINE", description = "line of the header; 0 if there is none")
    private @Nullable Integer header;

    @Option(
            names = "--complete",
            description = "the list of clients or staff is complete: who is missing is removed from it")
    private boolean complete;

    /** Whether an option other than the source is given. */
    boolean isGiven() {
        return !query(false).isEmpty();
    }

    /** The query string, empty or beginning with a question mark. */
    String query() {
        return query(true);
    }

    /** The presets that are shipped, for the help: their names and what they read. */
    static String presets() {
        var lines = new StringBuilder();
        lines.append(
                String.format("%nSources with a preset, found by the header of the file or named with --preset:%n"));
        for (var preset : PresetFileReader.readAll().all()) {
            lines.append(String.format("  %-17s  %s%n", preset.name(), preset.title()));
        }
        return lines.toString();
    }

    private String query(boolean withSource) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "source", withSource ? source : null);
        add(query, "preset", preset);
        map.forEach(each -> add(query, "map", each));
        constants.forEach(each -> add(query, "const", each));
        values.forEach(each -> add(query, "value", each));
        ids.forEach(each -> add(query, "id", each));
        add(query, "zone", zone);
        add(query, "dates", dates);
        add(query, "epoch", epoch);
        add(query, "header", header);
        add(query, "complete", complete ? "true" : null);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
