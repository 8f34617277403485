package io.rapport.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Why a request was not done, and what to do about it (RFC 9457).
 *
 * @param type {@code urn:rapport:problem:} and a slug that never changes its meaning
 * @param title what went wrong, the same for every problem of the type
 * @param status the HTTP status
 * @param detail what went wrong this time and what to do; never a stack trace, a class name or personal data
 * @param fields further members of the body
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> fields) {

    private static final String TYPES = "urn:rapport:problem:";

    /** A problem without further fields. */
    public static Problem of(HttpStatus status, String slug, String title, String detail) {
        return new Problem(TYPES + slug, title, status.value(), detail, Map.of());
    }

    /** What is not there, and what the caller may not know of: one answer, so that nobody can tell which. */
    public static Problem notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is nothing here for this token. Check the address, and that the token is for this agency and brand.");
    }

    /** A parameter or path variable that cannot be used. */
    public static Problem invalid(String parameter, String detail) {
        return of(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter cannot be used", detail)
                .with("parameter", parameter);
    }

    /** A body longer than is read; may also be thrown while it is being read. */
    public static Problem tooLarge(long maxBytes) {
        return tooLarge(maxBytes, "Send it in several requests.");
    }

    /**
     * The same where more is to be said of what to do.
     *
     * @param remedy a sentence
     */
    public static Problem tooLarge(long maxBytes, String remedy) {
        return of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "payload-too-large",
                        "The body is too large",
                        "At most " + maxBytes + " bytes are read at once, unpacked. " + remedy)
                .with("maxBytes", maxBytes);
    }

    /** Something this service needs is away: nothing was done, and the same request may be sent again. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available just now", detail)
                .asException()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
    }

    /** The same with one more field, after those it has. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Problem(type, title, status, detail, Collections.unmodifiableMap(more));
    }

    /** This, to be thrown. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
