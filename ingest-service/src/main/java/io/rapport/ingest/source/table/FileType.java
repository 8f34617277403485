package io.rapport.ingest.source.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are not CSV, recognised by their first bytes. */
enum FileType {
    WORKBOOK(
            "an Excel workbook (.xlsx)",
            "Send it with Content-Type: " + WorkbookMediaType.XLSX + ", or export it as CSV"),
    OLD_WORKBOOK("an Excel workbook of before 2007 (.xls)", "Save it as .xlsx or CSV"),
    OPEN_DOCUMENT("an OpenDocument file (.ods)", "Save it as .xlsx or CSV"),
    OFFICE_DOCUMENT("an Office document that is not a workbook", "Save the table as .xlsx or CSV"),
    NUMBERS("an Apple Numbers document", "Export it as CSV"),
    ZIP("a zip archive", "Unpack it, and send each file in it"),
    GZIP("a gzip file", "Declare it with Content-Encoding: gzip"),
    ARCHIVE("a packed archive", "Unpack it, and send each file in it"),
    VCARD("a vCard file (.vcf)", "Send a client list of vCards with Content-Type: text/vcard"),
    CALENDAR("a calendar file (.ics)", "Export the table as CSV"),
    HTML("an HTML page", "Export the table as CSV; some programs name an HTML page .xls or .csv"),
    XML("an XML file", "Export the table as CSV"),
    RTF("an RTF document", "Export the table as CSV"),
    PDF("a PDF document", "Export the table as CSV"),
    JSON(
            "JSON",
            "Send engagements as JSON with Content-Type: application/json, also to …/imports/engagements; lists as CSV"),
    SQL("an SQL script", "Export the table as CSV"),
    IMAGE("an image", "Send the table as CSV"),
    BINARY("a binary file", "Export the table as CSV");

    /** The number of bytes that {@link #detect} looks at. */
    static final int SAMPLE_BYTES = 8 << 10;

    private static final double MAX_ZERO_SHARE = 0.55;
    private static final Pattern JSON_START = Pattern.compile("(\\[\\s*)?\\{\\s*(\"|\\})|\\[\\s*\\]|window\\.ytd\\.");
    private static final Pattern SQL_START = Pattern.compile(
            "(?:--[^\\n]*\\n\\s*|/\\*.*?\\*/;?\\s*)*(create table|insert into|drop table|set names|pragma |begin transaction)",
            Pattern.DOTALL);

    private final String text;
    private final String advice;

    FileType(String text, String advice) {
        this.text = text;
        this.advice = advice;
    }

    /** The noun of this type, with its article. */
    String text() {
        return text;
    }

    /** What the sender should do instead, as a sentence without its full stop. */
    String advice() {
        return advice;
    }

    /** Recognises a file by its first bytes; empty for text that may be CSV. */
    static Optional<FileType> detect(byte[] start) {
        return bySignature(start).or(() -> byText(start)).or(() -> binary(start));
    }

    private static Optional<FileType> bySignature(byte[] start) {
        var latin = new String(start, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004")) {
            return Optional.of(zip(latin));
        }
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(OLD_WORKBOOK);
        }
        if (latin.startsWith("\u001F\u008B")) {
            return Optional.of(GZIP);
        }
        if (startsWithAny(
                latin, "Rar!", "7z\u00BC\u00AF", "PK\u0005\u0006", "BZh", "\u00FD7zXZ", "\u0028\u00B5\u002F\u00FD")) {
            return Optional.of(ARCHIVE);
        }
        return startsWithAny(latin, "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8") ? Optional.of(IMAGE) : Optional.empty();
    }

    private static FileType zip(String latin) {
        if (latin.contains("opendocument")) {
            return OPEN_DOCUMENT;
        }
        if (latin.contains("Index/") && latin.contains(".iwa")) {
            return NUMBERS;
        }
        if (latin.contains("word/") || latin.contains("ppt/")) {
            return OFFICE_DOCUMENT;
        }
        return latin.contains("xl/") || latin.contains("[Content_Types].xml") ? WORKBOOK : ZIP;
    }

    /** Recognises text formats in every encoding whose ASCII characters are readable without zero bytes. */
    private static Optional<FileType> byText(byte[] start) {
        var text = new String(start, StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("begin:vcard")) {
            return Optional.of(VCARD);
        }
        if (text.startsWith("begin:vcalendar")) {
            return Optional.of(CALENDAR);
        }
        if (startsWithAny(
                        text, "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<!--", "<style", "<div")
                || text.startsWith("<?xml") && text.contains("<html")) {
            return Optional.of(HTML);
        }
        if (startsWithAny(text, "<?xml", "<workbook", "<ss:workbook")) {
            return Optional.of(XML);
        }
        if (text.startsWith("%pdf-")) {
            return Optional.of(PDF);
        }
        if (text.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        if (JSON_START.matcher(text).lookingAt()) {
            return Optional.of(JSON);
        }
        return SQL_START.matcher(text).lookingAt() ? Optional.of(SQL) : Optional.empty();
    }

    /** UTF-16 has at most every other byte zero; a text file has no other control characters. */
    private static Optional<FileType> binary(byte[] start) {
        if (start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE) {
            return Optional.empty(); // A byte order mark of UTF-16.
        }
        var zeros = 0;
        var controls = 0;
        for (var b : start) {
            zeros += b == 0 ? 1 : 0;
            controls += b > 0 && b < 7 || b >= 14 && b < 26 ? 1 : 0;
        }
        return zeros > MAX_ZERO_SHARE * start.length || controls > start.length / 20 + 1
                ? Optional.of(BINARY)
                : Optional.empty();
    }

    private static boolean startsWithAny(String text, String... starts) {
        return Arrays.stream(starts).anyMatch(text::startsWith);
    }
}
