package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * A golden sample is never edited or removed. A new one is added to its version's {@code SHA256SUMS}, which
 * {@code sha256sum -c} reads as well.
 */
class GoldenFrozenTest {

    private static final String SUMS = "SHA256SUMS";

    @Test
    void everySampleIsAsItWasReleased() throws IOException {
        for (var sums : GoldenSample.files(SUMS)) {
            var samples = GoldenSample.files(".json").stream().filter(file -> file.startsWith(sums.getParent()));

            assertThat(samples.map(file -> sum(file) + "  " + sums.getParent().relativize(file)))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(sums));
        }
    }

    @Test
    void everyVersionHasItsSums() throws IOException {
        try (var versions = Files.list(GoldenSample.GOLDEN)) {
            assertThat(versions).isNotEmpty().allMatch(version -> Files.exists(version.resolve(SUMS)));
        }
    }

    private static String sum(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
