package io.rapport.ingest.source.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of the first visible sheet of an Excel workbook that has any. Whole numbers are written without exponent
 * and fraction, dates as ISO 8601. The compressed file is held in memory; rows are streamed.
 */
final class WorkbookRecordReader implements TableRecordReader {

    /** The maximum size of a workbook, in bytes. */
    static final int MAX_BYTES = 32 << 20;

    /** The maximum size of a workbook's parts after decompression, in bytes. */
    private static final long MAX_EXPANDED = 512L << 20;

    private static final long MAX_TEXTS = 128L << 20;
    private static final Pattern DATE_FORMAT =
            Pattern.compile("[yd]|m.*[/.:-]|[/.:-].*m|h+:|\\[h", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERALS =
            Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^\\]]*\\]|_.|\\*.", Pattern.CASE_INSENSITIVE);

    private final ReadableWorkbook workbook;
    private final List<TableNote> notes = new ArrayList<>();
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private WorkbookRecordReader(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        var sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .filter(WorkbookRecordReader::hasRows)
                .toList();
        if (sheets.isEmpty()) {
            throw new MalformedFileException("The file is empty; its first line has to name the columns.");
        }
        if (sheets.size() > 1) {
            notes.add(new TableNote(
                    1,
                    "The workbook has %d sheets with content; only the first of them, '%s', was read."
                            .formatted(sheets.size(), sheets.get(0).getName())));
        }
        this.stream = sheets.get(0).openStream();
        this.rows = stream.iterator();
    }

    /**
     * Opens a workbook.
     *
     * @throws MalformedFileException if it is no workbook, or too large
     */
    static WorkbookRecordReader open(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new MalformedFileException(
                    "The workbook is larger than %d MB. Save it as CSV, which has no such limit."
                            .formatted(MAX_BYTES >> 20));
        }
        requireModestExpansion(bytes);
        try {
            return new WorkbookRecordReader(
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false)));
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw damaged();
        }
    }

    @Override
    public @Nullable TableRecord read() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var record = new TableRecord(
                        row.getRowNum(),
                        row.stream().map(WorkbookRecordReader::text).toList());
                if (!record.isBlank()) {
                    return record;
                }
            }
            return null;
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw damaged();
        }
    }

    @Override
    public List<TableNote> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static boolean hasRows(Sheet sheet) {
        try (var rows = sheet.openStream()) {
            return rows.anyMatch(
                    row -> row.stream().anyMatch(cell -> !text(cell).isBlank()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        var raw = cell.getRawValue();
        var number = raw == null || cell.getType() == CellType.STRING ? null : number(raw);
        if (number == null) {
            return cell.getType() == CellType.FORMULA && raw != null ? raw : cell.getText();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return number.signum() == 0 ? "false" : "true";
        }
        return isDate(cell.getDataFormatString()) ? date(cell, number) : plain(number);
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            return new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Excel keeps 15 significant digits; 0.1 + 0.2 is stored as 0.30000000000000004. */
    private static String plain(BigDecimal number) {
        var rounded = number.round(new java.math.MathContext(15)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && !format.equalsIgnoreCase("General")
                && DATE_FORMAT.matcher(LITERALS.matcher(format).replaceAll("")).find();
    }

    private static String date(Cell cell, BigDecimal number) {
        try {
            var at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.withNano(0).toString();
        } catch (ExcelReaderException | DateTimeException e) {
            return plain(number);
        }
    }

    /** Refuses files that expand out of proportion before anything of them is held in memory. */
    private static void requireModestExpansion(byte[] bytes) throws IOException {
        var buffer = new byte[64 << 10];
        var total = 0L;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var size = 0L;
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    total += read;
                    if (total > MAX_EXPANDED
                            || size > MAX_TEXTS && entry.getName().contains("sharedStrings")) {
                        throw new MalformedFileException(
                                "The workbook expands to more than can be read. Save it as CSV, which has no such limit.");
                    }
                }
            }
        }
        if (total == 0) {
            throw damaged();
        }
    }

    private static MalformedFileException damaged() {
        return new MalformedFileException(
                "The body is no Excel workbook (.xlsx) that can be read. Save it again, or as CSV.");
    }
}
