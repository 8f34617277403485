package io.rapport.ingest.source.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks as Excel structures them. */
public final class WorkbookSamples {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private WorkbookSamples() {}

    /** Returns the cell of a text. */
    public static String text(String address, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, text);
    }

    /** Returns the cell of a number; style 1 is a date, style 2 a date with a time. */
    public static String number(String address, String value, int style) {
        return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(address, style, value);
    }

    /** Returns a row. */
    public static String row(int line, String... cells) {
        return "<row r=\"%d\">%s</row>".formatted(line, String.join("", cells));
    }

    /** Returns a workbook with one sheet per list of rows. */
    public static byte[] workbook(String... sheets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var types = new StringBuilder();
            var list = new StringBuilder();
            var relations = new StringBuilder();
            for (var n = 1; n <= sheets.length; n++) {
                types.append(
                        "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                                .formatted(n));
                list.append("<sheet name=\"S%d\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(n, n, n));
                relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(n, RELATIONS, n));
            }
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>%s</Types>"
                            .formatted(PACKAGE, types));
            add(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                            .formatted(PACKAGE, RELATIONS));
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, RELATIONS, list));
            add(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"%srelationships\">%s<Relationship Id=\"rId99\" Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>"
                            .formatted(PACKAGE, relations, RELATIONS));
            add(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"%s\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
                            .formatted(MAIN));
            for (var n = 1; n <= sheets.length; n++) {
                add(
                        zip,
                        "xl/worksheets/sheet%d.xml".formatted(n),
                        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, sheets[n - 1]));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
