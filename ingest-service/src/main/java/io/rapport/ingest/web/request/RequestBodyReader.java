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
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads and decompresses request bodies, up to a limit. */
public final class RequestBodyReader {

    private RequestBodyReader() {}

    /** Parses a decompressed body. */
    @FunctionalInterface
    public interface BodyParser<T> {
        T parse(InputStream body) throws IOException;
    }

    /**
     * Reads a body.
     *
     * @param read receives the number of bytes of each read
     * @throws ProblemException 413 if the body exceeds the limit, 415 if its encoding is unknown, 400 if decompression fails
     */
    public static <T> T read(HttpServletRequest request, BodyLimit limit, IntConsumer read, BodyParser<T> parser)
            throws IOException {
        if (request.getContentLengthLong() > limit.bytes()) {
            throw limit.exceeded();
        }
        try (var body = new LimitedInputStream(decompress(request), limit, read)) {
            return parse(parser, body);
        } catch (ZipException | EOFException e) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "unreadable-body",
                            "The body cannot be read",
                            "The body is not complete gzip, as Content-Encoding declares. Send all of it again: of a long file or NDJSON, rows before the end may have been accepted, and count once.")
                    .asException();
        }
    }

    private static <T> T parse(BodyParser<T> parser, InputStream body) throws IOException {
        try {
            return parser.parse(body);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputStream decompress(HttpServletRequest request) throws IOException {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> request.getInputStream();
            case "gzip", "x-gzip" -> ExpansionLimit.decompress(request.getInputStream());
            default ->
                throw Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported-encoding",
                                "The encoding of the body is not supported",
                                "Send the body without compression, or with Content-Encoding: gzip.")
                        .asException();
        };
    }
}
