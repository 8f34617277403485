package io.rapport.ingest.pull.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.source.FetchFailedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketFramesTest {

    private static final int MAX = 70_000;
    private static final int TEXT = 0x81;
    private static final int TEXT_BEGINS = 0x01;
    private static final int CONTINUES = 0x00;
    private static final int ENDS = 0x80;

    private final ByteArrayOutputStream input = new ByteArrayOutputStream();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, MAX})
    void readsMessagesOfEveryLength(int length) throws IOException {
        frame(TEXT, "x".repeat(length));
        frame(TEXT, "é next");

        var frames = frames();

        assertThat(frames.read()).hasSize(length);
        assertThat(frames.read()).isEqualTo("é next");
    }

    @Test
    void readsAMessageInSeveralFramesAndAnswersThePingBetweenThem() throws IOException {
        frame(TEXT_BEGINS, "a");
        frame(0x89, "still there?");
        frame(0x8A, "unasked");
        frame(CONTINUES, "b");
        frame(ENDS, "c");

        assertThat(frames().read()).isEqualTo("abc");
        assertThat(sent()).isEqualTo("still there?");
        assertThat(output.toByteArray()[0] & 0xFF).isEqualTo(0x8A);
    }

    @Test
    void binaryMessagesAreSkipped() throws IOException {
        frame(0x02, "x");
        frame(ENDS, "y");
        frame(TEXT, "text");

        assertThat(frames().read()).isEqualTo("text");
    }

    @Test
    void aCloseIsAnsweredWithAMaskedOne() throws IOException {
        frame(0x88, "\u0003\u00e8");

        assertThat(frames().read()).isNull();
        assertThat(output.toByteArray()[0] & 0xFF).isEqualTo(0x88);
        assertThat(sent()).isEqualTo("\u0003\u00e8");
    }

    @Test
    void aMessageThatIsCutIsNotRead() throws IOException {
        frame(TEXT, "whole");
        var bytes = input.toByteArray();
        for (var length = 0; length < bytes.length; length++) {
            var cut = new WebSocketFrames(
                    new ByteArrayInputStream(Arrays.copyOf(bytes, length)), output, MAX, new SecureRandom());
            assertThatThrownBy(cut::read).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aMessageBeyondTheLimitIsRefusedBeforeItIsRead() {
        input.writeBytes(new byte[] {(byte) TEXT, 127, 0x7F, 0, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> frames().read()).hasMessageContaining("larger than 70000");

        input.reset();
        input.writeBytes(new byte[] {(byte) TEXT, 127, (byte) 0xFF, 0, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> frames().read()).hasMessageContaining("larger than 70000");

        input.reset();
        frame(TEXT_BEGINS, "x".repeat(40_000));
        frame(ENDS, "x".repeat(40_000));
        assertThatThrownBy(() -> frames().read()).hasMessageContaining("larger than 70000");
    }

    @ParameterizedTest
    @ValueSource(ints = {ENDS, 0xC1, 0x83, 0x09, 0x8B})
    void framesThatTheProtocolDoesNotAllowAreRefused(int first) {
        frame(first, "x");
        if (first == 0x8B) {
            input.reset();
            input.writeBytes(new byte[] {(byte) TEXT, (byte) 0x81, 1, 2, 3, 4, 'x'});
        }

        assertThatThrownBy(() -> frames().read()).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void aMessageWithinAnotherIsRefused() {
        frame(TEXT_BEGINS, "a");
        frame(TEXT, "b");

        assertThatThrownBy(() -> frames().read()).isInstanceOf(FetchFailedException.class);
    }

    private void frame(int first, String text) {
        StreamPeer.frame(
                input,
                first,
                text.getBytes(text.startsWith("\u0003") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private WebSocketFrames frames() {
        return new WebSocketFrames(new ByteArrayInputStream(input.toByteArray()), output, MAX, new SecureRandom());
    }

    /** The payload of the frame that was sent, without its mask. */
    private String sent() {
        var frame = output.toByteArray();
        assertThat(frame[1] & 0x80).isNotZero();
        var payload = Arrays.copyOfRange(frame, 6, frame.length);
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= frame[2 + i % 4];
        }
        return new String(payload, StandardCharsets.ISO_8859_1);
    }
}
