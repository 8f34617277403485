package io.rapport.report.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void imageIsRedrawnAsAPngThatFits(String format) throws IOException {
        var drawn = ImageIO.read(new ByteArrayInputStream(LogoReader.read(image(format, 100, 400))));
        assertThat(drawn.getHeight()).isEqualTo(200);
        assertThat(drawn.getWidth()).isEqualTo(50);
    }

    @Test
    void whatFollowsTheImageIsNotKept() throws IOException {
        var file = image("png", 10, 10);
        var longer = Arrays.copyOf(file, file.length + 20);
        System.arraycopy("<script></script>".getBytes(StandardCharsets.UTF_8), 0, longer, file.length, 17);
        assertThat(new String(LogoReader.read(longer), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void largeFilesAndImagesAreRefused() throws IOException {
        assertStatus(new byte[LogoReader.MAX_BYTES + 1], 413);
        assertStatus(image("png", 5_000, 1), 400);
        assertStatus(image("gif", 10, 10), 415);
        assertStatus(Arrays.copyOf(image("png", 300, 300), 60), 415);
        assertStatus(new byte[0], 415);
    }

    @Test
    void svgIsRefusedWithASentence() {
        var svg = "\n<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LogoReader.read(svg))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().detail())
                                .contains("SVG is not accepted, since it may contain scripts"));
    }

    private static void assertStatus(byte[] file, int status) {
        assertThatThrownBy(() -> LogoReader.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
