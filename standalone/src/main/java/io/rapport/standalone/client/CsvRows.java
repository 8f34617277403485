package io.rapport.standalone.client;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.rapport.standalone.client.RowFileReader.FileRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads the records of a CSV file; the text of each is written again with the separator of the file. */
final class CsvRows implements Iterator<FileRow> {

    /** The maximum number of characters of the header in which the separator is detected. */
    private static final int MAX_HEADER = 16 << 10;

    private final char separator;
    private final Iterator<CsvRecord> records;

    CsvRows(BufferedReader reader) throws IOException {
        skipByteOrderMark(reader);
        this.separator = separatorOf(firstLine(reader));
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(reader)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public FileRow next() {
        var fields = records.next();
        var written = new StringWriter();
        try (var writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(written)) {
            writer.writeRecord(fields.getFields());
        } catch (IOException e) {
            throw new IllegalStateException("A string writer does not fail", e);
        }
        var text = written.toString();
        return new FileRow(text.substring(0, text.length() - 1), fields.getStartingLineNumber());
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(MAX_HEADER);
        var sample = new char[MAX_HEADER];
        var length = Math.max(0, reader.read(sample));
        reader.reset();
        return new String(sample, 0, length).lines().findFirst().orElse("");
    }

    /** The most frequent separator of the header; a comma if there is none. */
    private static char separatorOf(String header) {
        return Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparingLong(separator -> header.chars()
                        .filter(character -> character == separator)
                        .count()))
                .filter(separator -> header.indexOf(separator) >= 0)
                .orElse(',');
    }
}
