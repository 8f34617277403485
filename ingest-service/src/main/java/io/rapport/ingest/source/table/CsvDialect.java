package io.rapport.ingest.source.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The dialect of a CSV file.
 *
 * @param separator comma, semicolon, tab, pipe, or the one that a {@code sep=} line names
 * @param backslashQuotes whether a quote inside of a quoted cell is written {@code \"}
 * @param headerOffset the number of lines before the first record: 1 for a {@code sep=} line, else 0
 */
record CsvDialect(char separator, boolean backslashQuotes, int headerOffset) {

    /** The maximum look-ahead, in characters. */
    static final int MAX_LOOKAHEAD = 32 << 10;

    private static final int MAX_RECORD = 4 << 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE_RECORDS = 50;
    private static final Pattern DECLARATION = Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);

    /** How well a separator divides the sample. */
    private record Fit(char separator, long knownColumns, long regularRecords, long cells) {}

    /**
     * Detects the dialect from the beginning of a file: the separator of a {@code sep=} line, else the one that yields the
     * most known column names in one line, else the most lines with the same number of cells.
     */
    static CsvDialect detect(BufferedReader reader, Predicate<String> knownColumn) throws IOException {
        reader.mark(2 * MAX_LOOKAHEAD);
        var start = new char[MAX_LOOKAHEAD];
        var length = 0;
        for (var read = 0; length < start.length && read >= 0; length += Math.max(0, read)) {
            read = reader.read(start, length, start.length - length);
        }
        reader.reset();
        var text = new String(start, 0, length);
        var declaration = DECLARATION.matcher(text.lines().findFirst().orElse(""));
        if (declaration.matches()) {
            reader.readLine();
            var separator = declaration.group(1).charAt(0);
            return new CsvDialect(separator, BackslashQuoteReader.isNeeded(text, separator), 1);
        }
        var separator = SEPARATORS.stream()
                .map(candidate -> fit(candidate, text, knownColumn))
                .max(Comparator.comparingLong(Fit::knownColumns)
                        .thenComparingLong(Fit::regularRecords)
                        .thenComparingLong(Fit::cells)
                        .thenComparingInt(fit -> -SEPARATORS.indexOf(fit.separator())))
                .map(Fit::separator)
                .orElse(',');
        return new CsvDialect(separator, BackslashQuoteReader.isNeeded(text, separator), 0);
    }

    /** Opens a parser of the rest of a file. */
    CsvReader<CsvRecord> open(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MAX_RECORD)
                .ofCsvRecord(new BackslashQuoteReader(reader, separator, backslashQuotes));
    }

    private static Fit fit(char separator, String text, Predicate<String> knownColumn) {
        var records = records(separator, text);
        var known = records.stream()
                .mapToLong(
                        cells -> cells.stream().distinct().filter(knownColumn).count())
                .max()
                .orElse(0);
        var sizes = records.stream()
                .mapToInt(List::size)
                .filter(size -> size > 1)
                .boxed()
                .toList();
        var regular = sizes.stream()
                .mapToLong(size -> sizes.stream().filter(size::equals).count())
                .max()
                .orElse(0);
        return new Fit(
                separator,
                known,
                regular,
                sizes.stream().mapToLong(size -> size).sum());
    }

    private static List<List<String>> records(char separator, String text) {
        var records = new ArrayList<List<String>>();
        var whole = text.length() < MAX_LOOKAHEAD ? text : text.substring(0, text.lastIndexOf('\n') + 1);
        try (var csv = new CsvDialect(separator, BackslashQuoteReader.isNeeded(text, separator), 0)
                .open(new java.io.StringReader(whole.isEmpty() ? text : whole))) {
            csv.stream().limit(SAMPLE_RECORDS).map(CsvRecord::getFields).forEach(records::add);
        } catch (CsvParseException | IOException e) {
            return records; // The import reports where the file is broken.
        }
        return records;
    }
}
