package io.rapport.ingest.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8, and switches to a guessed charset at the first malformed byte if only ASCII was read before. After the first
 * non-ASCII character the charset is fixed, and malformed bytes become U+FFFD.
 */
final class FallbackCharsetReader extends Reader {

    private static final int BUFFER = 16 << 10;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private CharsetDecoder decoder;
    private boolean charsetFixed;
    private @Nullable Charset guessed;
    private boolean ended;

    FallbackCharsetReader(InputStream in, boolean certain) {
        this.in = in;
        this.charsetFixed = certain;
        this.decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(certain ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        var chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            var result = decoder.decode(bytes, chars, ended);
            if (result.isMalformed()) {
                handleMalformed(target, offset, chars.position());
                continue;
            }
            if (chars.position() > 0 || result.isOverflow()) {
                fixCharsetIfNonAscii(target, offset, offset + chars.position());
                return chars.position();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    /** Remarks on a guessed charset; empty for UTF-8. */
    List<TableNote> notes() {
        return guessed == null
                ? List.of()
                : List.of(new TableNote(
                        1,
                        "The file is not UTF-8; it was read as %s, which is a guess. If names look wrong, state the encoding with charset= in the Content-Type."
                                .formatted(guessed.name())));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
    }

    /** Guesses the charset from the first non-ASCII character and as much as fits into the buffer after it. */
    private Charset guess() throws IOException {
        while (!ended && bytes.remaining() < BUFFER) {
            fill();
        }
        var sample = new byte[bytes.remaining()];
        bytes.duplicate().get(sample);
        return EncodingGuesser.guess(sample);
    }

    /** Switches to a guessed charset if the file had only ASCII characters so far. */
    private void handleMalformed(char[] target, int offset, int read) throws IOException {
        fixCharsetIfNonAscii(target, offset, offset + read);
        if (!charsetFixed) {
            charsetFixed = true;
            guessed = guess();
            decoder = guessed.newDecoder();
            decoder.onUnmappableCharacter(CodingErrorAction.REPLACE);
        }
        decoder.onMalformedInput(CodingErrorAction.REPLACE);
    }

    private void fixCharsetIfNonAscii(char[] target, int from, int to) {
        for (var at = from; at < to && !charsetFixed; at++) {
            charsetFixed = target[at] > 0x7F;
        }
    }
}
