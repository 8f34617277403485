package io.rapport.ingest.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detects the encoding of a file: from the byte order mark; else UTF-16 if every other byte of the beginning is zero; else
 * the declared encoding; else UTF-8 or Windows-1252, depending on the first non-ASCII character.
 */
final class EncodingDetector {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int SAMPLE_BYTES = 64;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

    private EncodingDetector() {}

    /** Opens a reader that skips the byte order mark. */
    static DecodedText open(InputStream in, @Nullable Charset declared) throws IOException {
        var bytes = new PushbackInputStream(in, SAMPLE_BYTES);
        var start = bytes.readNBytes(SAMPLE_BYTES);
        var mark = mark(start);
        bytes.unread(start, mark.length, start.length - mark.length);
        if (mark == LITTLE_MARK || mark.length == 0 && everyOtherIsZero(start, 1)) {
            return certain(new InputStreamReader(bytes, StandardCharsets.UTF_16LE));
        }
        if (mark == BIG_MARK || mark.length == 0 && everyOtherIsZero(start, 0)) {
            return certain(new InputStreamReader(bytes, StandardCharsets.UTF_16BE));
        }
        if (mark.length == 0 && declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return certain(new InputStreamReader(bytes, isLatin(declared) ? WINDOWS : declared));
        }
        var text = new FallbackCharsetReader(bytes, mark.length > 0);
        return new DecodedText(text, text::notes);
    }

    private static DecodedText certain(Reader reader) {
        return new DecodedText(reader, List::of);
    }

    private static byte[] mark(byte[] start) {
        for (var mark : new byte[][] {UTF_8_MARK, LITTLE_MARK, BIG_MARK}) {
            if (start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length)) {
                return mark;
            }
        }
        return new byte[0];
    }

    /** Headers are mostly ASCII, which UTF-16 encodes as a zero byte and the character. */
    private static boolean everyOtherIsZero(byte[] start, int from) {
        var zeros = 0;
        var others = 0;
        for (var at = 0; at + 1 < start.length; at += 2) {
            zeros += start[at + from] == 0 ? 1 : 0;
            others += start[at + 1 - from] == 0 ? 1 : 0;
        }
        return others == 0 && zeros > 0 && zeros >= start.length / 4;
    }

    /** Files declared as Latin-1 are usually Windows-1252. */
    private static boolean isLatin(Charset declared) {
        return declared.equals(StandardCharsets.ISO_8859_1) || declared.equals(StandardCharsets.US_ASCII);
    }
}
