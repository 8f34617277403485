package io.rapport.ingest.source.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the records of a CSV file in constant memory. */
final class CsvRecordReader implements TableRecordReader {

    private final DecodedText text;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final int linesBefore;

    private CsvRecordReader(DecodedText text, CsvReader<CsvRecord> csv, int linesBefore) {
        this.text = text;
        this.csv = csv;
        this.records = csv.iterator();
        this.linesBefore = linesBefore;
    }

    /**
     * Opens a file and detects its dialect.
     *
     * @param declared the encoding that the request declares; null for none
     */
    static CsvRecordReader open(InputStream in, @Nullable Charset declared, Predicate<String> knownColumn)
            throws IOException {
        var text = EncodingDetector.open(in, declared);
        var reader = new BufferedReader(text.reader(), 2 * CsvDialect.MAX_LOOKAHEAD);
        var dialect = CsvDialect.detect(reader, knownColumn);
        try {
            return new CsvRecordReader(text, dialect.open(reader), dialect.headerOffset());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public @Nullable TableRecord read() {
        try {
            while (records.hasNext()) {
                var next = records.next();
                var record = new TableRecord((int) next.getStartingLineNumber() + linesBefore, next.getFields());
                if (!record.isBlank()) {
                    return record;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw toException(e);
        }
    }

    @Override
    public List<TableNote> notes() {
        return text.notes();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Unwraps exceptions of the underlying stream, such as an exceeded size limit, which the parser wraps. */
    private static RuntimeException toException(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException streamFailure && !(streamFailure instanceof CsvParseException)) {
            return streamFailure;
        }
        var parseError = e.getCause() instanceof CsvParseException nested ? nested : e;
        return new MalformedFileException("The file cannot be parsed: " + parseError.getMessage()
                + ". The usual reason is a quote that is opened and not closed.");
    }
}
