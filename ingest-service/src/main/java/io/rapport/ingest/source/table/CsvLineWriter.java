package io.rapport.ingest.source.table;

import java.util.List;
import java.util.stream.Collectors;

/** Writes cells as a CSV line (RFC 4180). */
final class CsvLineWriter {

    private CsvLineWriter() {}

    static String write(List<String> cells) {
        return cells.stream().map(CsvLineWriter::quote).collect(Collectors.joining(","));
    }

    private static String quote(String cell) {
        var plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
