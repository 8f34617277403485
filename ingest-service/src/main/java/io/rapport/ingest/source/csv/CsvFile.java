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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A file of CSV, read row by row and never held: in any encoding that {@link EncodingDetector} knows, separated by comma,
 * semicolon or tab. Cells are text, whatever they look like; rows without any text are passed over.
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
     * Opens a file.
     *
     * @param said the encoding its sender says it has; null when they say none
     * @throws MalformedCsvException if it does not begin as CSV does
     */
    public static CsvFile open(InputStream in, @Nullable Charset said, CsvFormat form) throws IOException {
        var reader = new BufferedReader(EncodingDetector.open(in, said), 2 * CsvSeparator.MAX_LOOKAHEAD);
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

    /** What its columns are called, each by a name of its own. */
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /**
     * The next row.
     *
     * @throws MalformedCsvException if the file is no CSV from there on, or has too many rows
     * @throws UncheckedIOException if it cannot be read on
     */
    @Override
    public InputRow next() {
        var record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        if (++count > form.maxRows()) {
            throw new MalformedCsvException("The file has more than " + form.maxRows() + " rows, the most that "
                    + "this installation takes at once; send it in parts, each with the header"
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

    /** The parser wraps whatever fails below it, such as a body that is too long, which is no fault of the CSV. */
    private static RuntimeException toException(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException below && !(below instanceof CsvParseException)) {
            return below;
        }
        var told = e.getCause() instanceof CsvParseException cause ? cause : e;
        return new MalformedCsvException(
                "The file cannot be read on: " + told.getMessage() + ". Usually a quote was opened and not closed.");
    }

    private List<String> header(CsvRecord line) {
        var names = line.getFields().stream().map(String::strip).toList();
        if (names.size() > MAX_COLUMNS) {
            throw new MalformedCsvException("The file has " + names.size() + " columns; at most " + MAX_COLUMNS + " are read.");
        }
        if (!form.nested()) {
            return distinct(names);
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new MalformedCsvException("Two columns of the file are called the same; give each a name of its own.");
        }
        return names;
    }

    /** The second {@code E-mail} is called {@code E-mail (2)}, and a fifth column without a name {@code Column 5}. */
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
