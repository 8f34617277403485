package io.rapport.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The reason why a request failed, as problem details (RFC 9457).
 *
 * @param type {@code urn:rapport:problem:} and a stable slug
 * @param title a summary, the same for every problem of the type
 * @param status the HTTP status
 * @param detail the cause in this case and its remedy; never a stack trace, a class name or personal data
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

    /** 404 for missing resources and for resources of other tenants, so that the two cannot be told apart. */
    public static Problem notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is nothing here for this token. Check the address, and that the token is for this agency and"
                        + " brand.");
    }

    /** 400 for an invalid parameter or path variable. */
    public static Problem invalid(String parameter, String detail) {
        return of(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter cannot be used", detail)
                .with("parameter", parameter);
    }

    /** 413 for a body that is too large; may also be thrown while it is read. */
    public static Problem tooLarge(long maxBytes) {
        return tooLarge(maxBytes, "Send it in several requests.");
    }

    /**
     * 413 with a remedy of its own.
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

    /** 406 for a request that accepts none of the served media types. */
    public static Problem notAcceptable(String served) {
        return of(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "No media type that is accepted is served here",
                "Accept " + served + ".");
    }

    /** 415 for a body of another media type than the supported ones. */
    public static Problem unsupportedMediaType(String supported) {
        return of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The body's media type is not read here",
                "Set Content-Type to " + supported + ".");
    }

    /** 503 while a dependency is unavailable: nothing was changed, and the request may be repeated. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available just now", detail)
                .asException()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
    }

    /**
     * 429 beyond a limit; the request may be sent again.
     *
     * @param wait the time until then, answered in whole seconds
     */
    public static ProblemException tooMany(String slug, String title, String detail, Duration wait) {
        return of(HttpStatus.TOO_MANY_REQUESTS, slug, title, detail)
                .asException()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000)));
    }

    /** A copy with a further field at the end. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Problem(type, title, status, detail, Collections.unmodifiableMap(more));
    }

    /** The problem as an exception. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
