package io.rapport.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A TrueType font of documents without its table of glyph substitutions ({@code GSUB}). Of these fonts PDFBox uses it for ligatures of
 * Latin letters only, and compiles its rules for each piece of text, which takes a fifth of the time of a document.
 */
final class PdfFont {

    private static final String FONTS = "/report/fonts/";
    private static final int TABLE_COUNT = 4;
    private static final int TABLES = 12;
    private static final int TABLE_LENGTH = 16;
    private static final int SUBSTITUTIONS = tag("GSUB");

    /** A tag of no table, which is in alphabetical order where GSUB was. */
    private static final int UNUSED = tag("GSU ");

    private final byte[] file;

    /**
     * Reads a font.
     *
     * @param file name of the resource
     */
    PdfFont(String file) {
        this.file = withoutSubstitutions(read(file));
    }

    /** The font, as the file of a TrueType font. */
    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    private static byte[] withoutSubstitutions(byte[] file) {
        var font = ByteBuffer.wrap(file);
        var end = TABLES + TABLE_LENGTH * font.getShort(TABLE_COUNT);
        for (var table = TABLES; table < end; table += TABLE_LENGTH) {
            if (font.getInt(table) == SUBSTITUTIONS) {
                font.putInt(table, UNUSED);
            }
        }
        return file;
    }

    private static byte[] read(String file) {
        try (var font = PdfFont.class.getResourceAsStream(FONTS + file)) {
            if (font == null) {
                throw new IllegalStateException("The font " + file + " is missing");
            }
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
