package io.rapport.ingest.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.ingest.domain.input.InputRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a CSV file in constant memory: in any encoding that {@link EncodingDetector} detects, separated by
 * comma, semicolon or tab. All cells are text; rows with only blank cells are skipped.
 */
public final class CsvFile implements Iterator<InputRow>, AutoCloseable {

    private static final int MAX_RECORD = 4 << 20;
    private static final int MAX_COLUMNS = 500;

    private final CsvFormat form;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final int linesBefore;
    private @Nullable CsvRecord next;
    private int count;
    private final Deque<InputRow> sampled = new ArrayDeque<>();

    private CsvFile(CsvFormat form, CsvReader<CsvRecord> csv, int linesBefore) {
        this.form = form;
        this.csv = csv;
        this.records = csv.iterator();
        this.linesBefore = linesBefore;
        advance();
        if (next == null) {
            throw new MalformedCsvException("The file is empty; its first line has to name the columns.");
        }
        this.header = header(next);
        advance();
    }

    /**
     * Opens a file and reads its header.
     *
     * @param declared the encoding that the request declares; null for none
     * @throws MalformedCsvException if the header cannot be read
     */
    public static CsvFile open(InputStream in, @Nullable Charset declared, CsvFormat form) throws IOException {
        var reader = new BufferedReader(EncodingDetector.open(in, declared), 2 * CsvSeparator.MAX_LOOKAHEAD);
        var separator = CsvSeparator.detect(reader);
        try {
            var csv = CsvReader.builder()
                    .fieldSeparator(separator.character())
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(MAX_RECORD)
                    .ofCsvRecord(reader);
            return new CsvFile(form, csv, separator.headerOffset());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The column names, each of which is unique. */
    public List<String> header() {
        return header;
    }

    /** Reads ahead at most so many rows and returns them, before the first call of {@link #next}, which returns them again. */
    public List<InputRow> sample(int maxRows) {
        while (sampled.size() < maxRows && next != null) {
            sampled.add(readRow(next));
        }
        return List.copyOf(sampled);
    }

    @Override
    public boolean hasNext() {
        return !sampled.isEmpty() || next != null;
    }

    /**
     * Returns the next row.
     *
     * @throws MalformedCsvException if the rest of the file is not CSV, or the file has too many rows
     * @throws UncheckedIOException if reading fails
     */
    @Override
    public InputRow next() {
        if (!sampled.isEmpty()) {
            return sampled.remove();
        }
        if (next == null) {
            throw new NoSuchElementException();
        }
        return readRow(next);
    }

    private InputRow readRow(CsvRecord record) {
        if (++count > form.maxRows()) {
            throw new MalformedCsvException("The file has more than " + form.maxRows() + " rows, the maximum of "
                    + "this installation; send it in parts, each with the header"
                    + (form.nested() ? "." : ", and none of them with complete=true."));
        }
        advance();
        var line = (int) record.getStartingLineNumber() + linesBefore;
        return new CsvRow(line, header, record.getFields(), form.nested());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private void advance() {
        try {
            do {
                next = records.hasNext() ? records.next() : null;
            } while (next != null && next.getFields().stream().allMatch(String::isBlank));
        } catch (CsvParseException e) {
            throw toException(e);
        }
    }

    /** Unwraps exceptions of the underlying stream, such as an exceeded size limit, which the parser wraps. */
    private static RuntimeException toException(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException streamFailure && !(streamFailure instanceof CsvParseException)) {
            return streamFailure;
        }
        var parseError = e.getCause() instanceof CsvParseException nested ? nested : e;
        return new MalformedCsvException("The file cannot be parsed: " + parseError.getMessage()
                + ". The usual reason is a quote that is opened and not closed.");
    }

    private List<String> header(CsvRecord line) {
        var names = line.getFields().stream().map(String::strip).toList();
        if (names.size() > MAX_COLUMNS) {
            throw new MalformedCsvException(
                    "The file has " + names.size() + " columns; the maximum is " + MAX_COLUMNS + ".");
        }
        if (!form.nested()) {
            return distinct(names);
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new MalformedCsvException(
                    "Two columns of the file have the same name; column names have to be unique.");
        }
        return names;
    }

    /** Makes names unique: {@code E-mail (2)} for the second {@code E-mail}, {@code Column 5} for an unnamed fifth column. */
    private static List<String> distinct(List<String> names) {
        var taken = new HashSet<>(names);
        var used = new HashSet<String>();
        var distinct = new ArrayList<String>();
        for (var name : names) {
            var own = name.isEmpty() ? "Column " + (distinct.size() + 1) : name;
            for (var n = 2; !used.add(own); n++) {
                var other = name + " (" + n + ")";
                own = taken.contains(other) ? own : other;
            }
            distinct.add(own);
        }
        return List.copyOf(distinct);
    }
}
