package io.rapport.ingest.source.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which encoding a file is in: what its byte order mark says; else UTF-16 where every other byte of its beginning
 * is zero; else what its sender says; else UTF-8 or Windows-1252, whichever its first character beyond ASCII is.
 */
final class EncodingDetector {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int LOOKED_AT = 64;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

    private EncodingDetector() {}

    /** A reader of the characters, without the mark. */
    static Reader open(InputStream in, @Nullable Charset said) throws IOException {
        var bytes = new PushbackInputStream(in, LOOKED_AT);
        var start = bytes.readNBytes(LOOKED_AT);
        var mark = mark(start);
        bytes.unread(start, mark.length, start.length - mark.length);
        if (mark == LITTLE_MARK || mark.length == 0 && everyOtherIsZero(start, 1)) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16LE);
        }
        if (mark == BIG_MARK || mark.length == 0 && everyOtherIsZero(start, 0)) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16BE);
        }
        return mark.length > 0 || said == null || said.equals(StandardCharsets.UTF_8)
                ? new FallbackCharsetReader(bytes, mark.length > 0)
                : new InputStreamReader(bytes, isLatin(said) ? WINDOWS : said);
    }

    private static byte[] mark(byte[] start) {
        for (var mark : new byte[][] {UTF_8_MARK, LITTLE_MARK, BIG_MARK}) {
            if (start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length)) {
                return mark;
            }
        }
        return new byte[0];
    }

    /** Headers are mostly ASCII, of which UTF-16 makes a zero and the character. */
    private static boolean everyOtherIsZero(byte[] start, int from) {
        var zeros = 0;
        var others = 0;
        for (var at = 0; at + 1 < start.length; at += 2) {
            zeros += start[at + from] == 0 ? 1 : 0;
            others += start[at + 1 - from] == 0 ? 1 : 0;
        }
        return others == 0 && zeros > 0 && zeros >= start.length / 4;
    }

    /** Who says Latin-1 mostly means what Windows makes of it. */
    private static boolean isLatin(Charset said) {
        return said.equals(StandardCharsets.ISO_8859_1) || said.equals(StandardCharsets.US_ASCII);
    }
}
