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

/** The records of a CSV file, each written again with the file's own separator. */
final class CsvRows implements Iterator<FileRow> {

    /** How much of the file the separator is looked for in: at most its first line. */
    private static final int SAMPLE = 16 << 10;

    private final char separator;
    private final Iterator<CsvRecord> records;

    CsvRows(BufferedReader reader) throws IOException {
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
        var text = new StringWriter();
        try (var writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            writer.writeRecord(fields.getFields());
        } catch (IOException e) {
            throw new IllegalStateException("A string writer does not fail", e);
        }
        return new FileRow(text.toString().stripTrailing(), fields.getStartingLineNumber());
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(SAMPLE);
        var sample = new char[SAMPLE];
        var length = Math.max(0, reader.read(sample));
        reader.reset();
        return new String(sample, 0, length).lines().findFirst().orElse("");
    }

    /** The separator that splits the header most often; a comma where none does. */
    private static char separatorOf(String header) {
        return Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparingLong(separator -> header.chars()
                        .filter(character -> character == separator)
                        .count()))
                .filter(separator -> header.indexOf(separator) >= 0)
                .orElse(',');
    }
}
