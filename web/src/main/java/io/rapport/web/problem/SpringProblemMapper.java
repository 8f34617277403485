package io.rapport.web.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Maps Spring's exceptions for invalid requests to problems. */
final class SpringProblemMapper {

    private SpringProblemMapper() {}

    static Problem of(Exception e, HttpStatusCode status) {
        if (e instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable.getCause());
        }
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            return method(method);
        }
        if (e instanceof HttpMediaTypeNotSupportedException type) {
            return Problem.unsupportedMediaType(names(type.getSupportedMediaTypes()));
        }
        if (e instanceof HttpMediaTypeNotAcceptableException type) {
            return Problem.notAcceptable(names(type.getSupportedMediaTypes()));
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return Problem.invalid(missing.getParameterName(), "'" + missing.getParameterName() + "' is missing.");
        }
        if (e instanceof TypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        return ofStatus(status);
    }

    /** The problem of a client error of which only the status is known. */
    static Problem ofStatus(HttpStatusCode code) {
        var status = Objects.requireNonNullElse(HttpStatus.resolve(code.value()), HttpStatus.BAD_REQUEST);
        return switch (status) {
            case NOT_FOUND -> Problem.notFound();
            case CONTENT_TOO_LARGE -> plain(status, "payload-too-large", "Send it in several requests.");
            case SERVICE_UNAVAILABLE -> plain(status, "unavailable", "Send the same request again a little later.");
            default -> plain(status, "refused", "Correct the request: its parameters or its form do not fit.");
        };
    }

    private static Problem unreadable(@Nullable Throwable cause) {
        var problem = Problem.of(HttpStatus.BAD_REQUEST, "unreadable-body", "The body cannot be read", reason(cause));
        return cause instanceof JacksonException json && json.getLocation() != null
                ? problem.with("line", json.getLocation().getLineNr())
                        .with("column", json.getLocation().getColumnNr())
                : problem;
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof StreamConstraintsException) {
            return "It is nested too deeply, has too many values, or a name, number or string in it is too long.";
        }
        if (cause instanceof StreamReadException) {
            return "It is not valid JSON.";
        }
        if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
            return "The value at '" + path(json) + "' does not fit: look up its type in /openapi.json.";
        }
        return "Send a complete body of the kind that /openapi.json describes.";
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Problem method(HttpRequestMethodNotSupportedException e) {
        var served = e.getSupportedMethods() == null ? List.<String>of() : List.of(e.getSupportedMethods());
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "The method is not served here",
                        "Use " + String.join(" or ", served) + ".")
                .with("methods", served);
    }

    private static String names(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
    }

    private static Problem mismatch(TypeMismatchException e) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "parameter";
        var type = e.getRequiredType();
        var expected = type != null && type.isEnum() ? " Use one of " + constants(type) + "." : "";
        return Problem.invalid(name, "'" + name + "' does not have the form it needs." + expected);
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .filter(name -> !name.equals("UNKNOWN"))
                .collect(Collectors.joining(", "));
    }

    private static Problem plain(HttpStatus status, String slug, String detail) {
        return Problem.of(status, slug, status.getReasonPhrase(), detail);
    }
}
