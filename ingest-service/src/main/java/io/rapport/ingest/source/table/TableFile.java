package io.rapport.ingest.source.table;

import io.rapport.ingest.domain.input.InputRow;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a file in constant memory. The header is found below titles and notes; totals and notes below the
 * table are skipped, with a remark in {@link #notes}. All cells are text; rows with only blank cells are skipped.
 */
public final class TableFile implements RowFile {

    private static final int MAX_COLUMNS = 500;
    private static final int MAX_FOOTNOTES = 20;
    private static final int MAX_NOTES = 100;

    private final TableFormat format;
    private final TableRecordReader records;
    private final Deque<TableRecord> ahead = new ArrayDeque<>();
    private final Deque<InputRow> sampled = new ArrayDeque<>();
    private final List<TableNote> notes = new ArrayList<>();
    private final List<String> headerCells;
    private final List<String> header;
    private @Nullable TableRecord next;
    private int count;

    private TableFile(TableFormat format, TableRecordReader records) {
        this.format = format;
        this.records = records;
        while (ahead.size() < HeaderLocator.MAX_LINES && readAhead()) {}
        if (ahead.isEmpty()) {
            throw new MalformedFileException("The file is empty; its first line has to name the columns.");
        }
        var line = takeHeader();
        this.headerCells = line.cells().stream().map(String::strip).toList();
        this.header = names(headerCells);
        if (!ahead.isEmpty() && FootnoteDetector.isRule(ahead.getFirst())) {
            ahead.removeFirst();
        }
        advance();
    }

    /**
     * Opens a CSV file and finds its header.
     *
     * @param declared the encoding that the request declares; null for none
     * @throws UnsupportedFileException if the file is of another type
     * @throws MalformedFileException if no header is found
     */
    public static TableFile open(InputStream in, @Nullable Charset declared, TableFormat format) throws IOException {
        var bytes = new BufferedInputStream(in, 2 * FileType.SAMPLE_BYTES);
        bytes.mark(FileType.SAMPLE_BYTES);
        var type = FileType.detect(bytes.readNBytes(FileType.SAMPLE_BYTES));
        bytes.reset();
        if (type.isPresent()) {
            throw new UnsupportedFileException(type.get(), "CSV");
        }
        return new TableFile(format, CsvRecordReader.open(bytes, declared, format.knownColumn()));
    }

    /**
     * Opens an Excel workbook (.xlsx) and finds the header in its first sheet with content.
     *
     * @throws MalformedFileException if the body is no workbook, or no header is found
     */
    public static TableFile openWorkbook(InputStream in, TableFormat format) throws IOException {
        return new TableFile(format, WorkbookRecordReader.open(in));
    }

    /**
     * Reads a file of another format as a table.
     *
     * @param records its rows, below the names of the columns
     * @throws MalformedFileException if the body is no such file
     */
    public static TableFile read(TableRecordReader records, TableFormat format) {
        return new TableFile(format, records);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<InputRow> sample(int maxRows) {
        while (sampled.size() < maxRows && next != null) {
            sampled.add(readRow(next));
        }
        return List.copyOf(sampled);
    }

    @Override
    public List<TableNote> notes() {
        var all = new ArrayList<>(records.notes());
        all.addAll(notes);
        return List.copyOf(all);
    }

    @Override
    public boolean hasNext() {
        return !sampled.isEmpty() || next != null;
    }

    /**
     * Returns the next row.
     *
     * @throws MalformedFileException if the rest of the file cannot be parsed, or the file has too many rows
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

    @Override
    public void close() throws IOException {
        records.close();
    }

    private InputRow readRow(TableRecord record) {
        if (++count > format.maxRows()) {
            throw new MalformedFileException("The file has more than " + format.maxRows() + " rows, the maximum of "
                    + "this installation; send it in parts, each with the header"
                    + (format.engagements() ? "." : ", and none of them with complete=true."));
        }
        advance();
        return new TableRow(record.line(), header, record.cells());
    }

    /** Moves to the next row, over repeated headers and over notes after which no row follows. */
    private void advance() {
        next = null;
        while (next == null && (!ahead.isEmpty() || readAhead())) {
            if (FootnoteDetector.repeatsHeader(ahead.getFirst(), headerCells)) {
                note(ahead.removeFirst().line(), "The line repeats the header and was skipped.");
            } else if (isFootnotes()) {
                ahead.forEach(
                        line -> note(line.line(), "The line is a total or a note below the table and was skipped."));
                ahead.clear();
            } else {
                next = ahead.removeFirst();
            }
        }
    }

    /** Whether only notes follow until the end of the file. */
    private boolean isFootnotes() {
        if (!FootnoteDetector.mayBeFootnote(ahead.getFirst(), header.size())) {
            return false;
        }
        while (ahead.size() <= MAX_FOOTNOTES && readAhead()) {}
        return ahead.size() <= MAX_FOOTNOTES
                && ahead.stream()
                        .allMatch(line -> FootnoteDetector.mayBeFootnote(line, header.size())
                                || header.size() > 2 && line.filled() == 1);
    }

    private boolean readAhead() {
        var record = records.read();
        if (record != null) {
            ahead.add(record);
        }
        return record != null;
    }

    private void note(int line, String message) {
        if (notes.size() < MAX_NOTES) {
            notes.add(new TableNote(line, message));
        }
    }

    private TableRecord takeHeader() {
        var stated = format.headerLine();
        if (stated != null && stated == 0) {
            return numberedColumns();
        }
        var lines = List.copyOf(ahead);
        if (stated != null) {
            return takeHeader(lines, statedHeader(lines, stated));
        }
        var found = HeaderLocator.locate(lines, format.knownColumn());
        if (found.isPresent()) {
            noteGuess(lines.get(found.getAsInt()));
            return takeHeader(lines, found.getAsInt());
        }
        return format.headerless()
                .name(lines.stream().map(TableRecord::cells).toList())
                .map(named -> assumeHeader(lines, named))
                .orElseThrow(() -> HeaderLocator.notFound(lines));
    }

    private TableRecord numberedColumns() {
        var columns = ahead.stream().mapToInt(line -> line.cells().size()).max().orElse(1);
        return new TableRecord(
                0,
                IntStream.rangeClosed(1, columns).mapToObj(TableFile::numbered).toList());
    }

    /** The name of a column without one, from 1. */
    private static String numbered(int column) {
        return "Column " + column;
    }

    private TableRecord takeHeader(List<TableRecord> lines, int at) {
        for (var skipped : lines.subList(0, at)) {
            note(
                    skipped.line(),
                    "The line stands above the header, which is line %d, and was skipped."
                            .formatted(lines.get(at).line()));
        }
        lines.subList(0, at + 1).forEach(line -> ahead.removeFirst());
        return lines.get(at);
    }

    private void noteGuess(TableRecord line) {
        if (line.cells().stream().noneMatch(format.knownColumn())) {
            note(
                    line.line(),
                    "The line was taken as the header, although none of its names is known, because data stand below it. "
                            + "If it is a row, send the file with ?header=0.");
        }
    }

    private TableRecord assumeHeader(List<TableRecord> lines, HeaderlessNaming.NamedColumns named) {
        for (var skipped : lines.subList(0, named.firstRow())) {
            note(skipped.line(), "The line stands above the first row and was skipped.");
            ahead.removeFirst();
        }
        var columns = IntStream.range(0, named.names().size())
                .filter(at -> !named.names().get(at).equals(numbered(at + 1)))
                .mapToObj(
                        at -> "column %d as %s".formatted(at + 1, named.names().get(at)))
                .collect(Collectors.joining(", "));
        note(
                lines.get(named.firstRow()).line(),
                "The file has no header. Its columns were read by their values: %s. If that is wrong, put a line of column names above the data, and send it again."
                        .formatted(columns));
        return new TableRecord(0, named.names());
    }

    private static int statedHeader(List<TableRecord> lines, int stated) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).line() >= stated)
                .findFirst()
                .orElseThrow(() -> new MalformedFileException(
                        "Line %d, which header= names, is not among the first %d lines with content."
                                .formatted(stated, HeaderLocator.MAX_LINES)));
    }

    private List<String> names(List<String> cells) {
        if (cells.size() > MAX_COLUMNS) {
            throw new MalformedFileException(
                    "The file has " + cells.size() + " columns; the maximum is " + MAX_COLUMNS + ".");
        }
        return distinct(cells);
    }

    /** Makes names unique: {@code E-mail (2)} for the second {@code E-mail}, {@code Column 5} for an unnamed fifth column. */
    private static List<String> distinct(List<String> names) {
        var taken = new HashSet<>(names);
        var used = new HashSet<String>();
        var distinct = new ArrayList<String>();
        for (var name : names) {
            var own = name.isEmpty() ? numbered(distinct.size() + 1) : name;
            for (var n = 2; !used.add(own); n++) {
                var other = name + " (" + n + ")";
                own = taken.contains(other) ? own : other;
            }
            distinct.add(own);
        }
        return List.copyOf(distinct);
    }
}
