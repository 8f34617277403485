package io.rapport.ingest.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ExpansionLimitTest {

    private static byte[] zip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] unzip(byte[] zipped) throws IOException {
        return ExpansionLimit.decompress(new ByteArrayInputStream(zipped)).readAllBytes();
    }

    @Test
    void refusesABodyThatExpandsMoreThanAHundredTimes() throws IOException {
        var bomb = zip("x,y\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> unzip(bomb))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("expands");
    }

    @Test
    void acceptsRepetitiveRecords() throws IOException {
        var random = new Random(1);
        var text = new StringBuilder();
        for (var row = 0; row < 100_000; row++) {
            text.append(row)
                    .append(",Ann,Oslo,")
                    .append(random.nextInt(100_000))
                    .append("@example.com\n");
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(unzip(zip(bytes))).isEqualTo(bytes);
    }

    @Test
    void acceptsASmallBodyOfAnyRatio() throws IOException {
        var bytes = new byte[1 << 19];

        assertThat(unzip(zip(bytes))).isEqualTo(bytes);
    }
}
