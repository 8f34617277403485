package io.rapport.report.branding;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.springframework.http.HttpStatus;

/**
 * Reads an uploaded logo. What is kept is a new PNG image of its pixels, so that nothing else of the file reaches a page or a
 * document.
 */
final class LogoReader {

    /** The maximum size of a file in bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");
    private static final int MAX_SIDE = 4_096;
    private static final int MAX_WIDTH = 640;
    private static final int MAX_HEIGHT = 200;

    private LogoReader() {}

    /** A PNG image, at most 640 by 200 pixels; fails with a problem that names what is accepted. */
    static byte[] read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw Problem.tooLarge(MAX_BYTES, "Send a smaller image: a logo of 640 by 200 pixels is enough.")
                    .asException();
        }
        var image = decode(file);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(scaled(image), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage decode(byte[] file) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            while (readers.hasNext()) {
                var reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    reader.setInput(input, true, true);
                    return decode(reader);
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof ProblemException problem) {
                throw problem;
            }
            throw notAnImage("The file is damaged, or is not what its first bytes say.");
        }
        throw notAnImage(isMarkup(file) ? "SVG is not accepted, since it may contain scripts: export it as PNG." : "");
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        try {
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE) {
                throw Problem.invalid(
                                "logo",
                                "The image is " + width + " by " + height + " pixels; at most " + MAX_SIDE + " by "
                                        + MAX_SIDE + " are read. Send a smaller one.")
                        .asException();
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        var factor =
                Math.min(1, Math.min((double) MAX_WIDTH / image.getWidth(), (double) MAX_HEIGHT / image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    private static boolean isMarkup(byte[] file) {
        var start = new String(Arrays.copyOf(file, Math.min(file.length, 512)), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("<") || start.startsWith("\uFEFF<");
    }

    private static RuntimeException notAnImage(String remedy) {
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "not-a-logo",
                        "The file is not a logo",
                        ("A logo is a PNG or JPEG image. " + remedy).strip())
                .asException();
    }
}
