package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The body of a request, unpacked, as far as a bound. */
public final class RequestBodyReader {

    private RequestBodyReader() {}

    /** What is done with a body. */
    @FunctionalInterface
    public interface BodyParser<T> {
        T read(InputStream body) throws IOException;
    }

    /**
     * Reads a body.
     *
     * @param bound how long it may be
     * @param held told how many bytes were read, each time
     * @throws ProblemException 413 when it has more, 415 when it is packed in a way that is not known, 400 when it cannot
     *     be unpacked
     */
    public static <T> T read(HttpServletRequest request, BodyLimit bound, IntConsumer held, BodyParser<T> reading)
            throws IOException {
        if (request.getContentLengthLong() > bound.bytes()) {
            throw bound.exceeded();
        }
        try (var body = new LimitedInputStream(unpacked(request), bound, held)) {
            return unwrapped(reading, body);
        } catch (ZipException | EOFException e) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "unreadable-body",
                            "The body cannot be read",
                            "It is not whole gzip, as Content-Encoding says. Nothing of it was kept.")
                    .asException();
        }
    }

    private static <T> T unwrapped(BodyParser<T> reading, InputStream body) throws IOException {
        try {
            return reading.read(body);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputStream unpacked(HttpServletRequest request) throws IOException {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> request.getInputStream();
            case "gzip", "x-gzip" -> new GZIPInputStream(request.getInputStream());
            default ->
                throw Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported-encoding",
                                "The body's encoding is not read here",
                                "Send it as it is, or with Content-Encoding: gzip.")
                        .asException();
        };
    }
}
