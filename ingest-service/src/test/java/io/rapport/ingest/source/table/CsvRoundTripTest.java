package io.rapport.ingest.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Property test: CSV is read as a spreadsheet writes it, in every encoding, with every separator and quoting. */
class CsvRoundTripTest {

    enum Form {
        UTF_8(StandardCharsets.UTF_8, ""),
        UTF_8_MARKED(StandardCharsets.UTF_8, "\uFEFF"),
        UTF_16LE_MARKED(StandardCharsets.UTF_16LE, "\uFEFF"),
        UTF_16BE_MARKED(StandardCharsets.UTF_16BE, "\uFEFF"),
        WINDOWS(Charset.forName("windows-1252"), "");

        private final Charset charset;
        private final String mark;

        Form(Charset charset, String mark) {
            this.charset = charset;
            this.mark = mark;
        }
    }

    @Property(tries = 300)
    void readsWhatSpreadsheetsWrite(
            @ForAll Form form, @ForAll("separators") char separator, @ForAll("tables") List<List<String>> table)
            throws IOException {
        var cells = table.stream()
                .map(row -> row.stream().map(cell -> known(cell, form.charset)).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                // A line of such characters alone is a rule below the header.
                .filter(row -> !String.join("", row).matches("[=\\s]*"))
                .toList();
        var rows = new ArrayList<Map<?, ?>>();
        try (var file = TableFile.open(
                bytes(form, separator, cells),
                form == Form.WINDOWS ? form.charset : null,
                new TableFormat(false, 100, java.util.Set.of("first", "second", "third")::contains, null))) {
            file.forEachRemaining(row -> rows.add(row.fields()));
        }

        assertThat(rows).isEqualTo(cells.stream().map(CsvRoundTripTest::fields).toList());
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.strings()
                .withChars("aZ9 ,;\t\"\n'=@æøåÄßé\u200F\u05D0")
                .ofMaxLength(8);
        var emoji = Arbitraries.of("😀", "<script>alert(1)</script>", "\u202Eabc", "=1+1");
        return Arbitraries.oneOf(cell, emoji).list().ofSize(3).list().ofMaxSize(6);
    }

    private static ByteArrayInputStream bytes(Form form, char separator, List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(form.mark.getBytes(form.charset));
        out.write(line(List.of("first", "second", "third"), separator).getBytes(form.charset));
        for (var row : rows) {
            out.write(line(row, separator).getBytes(form.charset));
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static String line(List<String> cells, char separator) {
        return cells.stream()
                .map(cell -> cell.chars().anyMatch(c -> c == separator || c == '"' || c == '\n')
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(String.valueOf(separator), "", "\r\n"));
    }

    /** Removes characters that the encoding cannot represent. */
    private static String known(String cell, Charset charset) {
        return cell.codePoints()
                .mapToObj(Character::toString)
                .filter(charset.newEncoder()::canEncode)
                .collect(Collectors.joining());
    }

    private static Map<String, String> fields(List<String> row) {
        var names = List.of("first", "second", "third");
        var fields = new LinkedHashMap<String, String>();
        IntStream.range(0, names.size())
                .filter(column -> !row.get(column).isBlank())
                .forEach(column -> fields.put(names.get(column), row.get(column)));
        return fields;
    }
}
