package io.rapport.report.assistant;

import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import io.rapport.web.request.BodyLimitFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses messages that are too large, and requests that a page of another origin sent, as the protocol demands. That the origin is the host of the request is enough
 * for addresses that no other name can lead to only: a page can have its own name resolved to this service (DNS rebinding), and then
 * sends that name in both headers.
 */
final class HeaderPolicy implements ServerTransportSecurityValidator {

    private static final Pattern ADDRESS =
            Pattern.compile("(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final Set<String> allowed;

    /**
     * A policy.
     *
     * @param allowed the origins whose scripts may call this service
     */
    HeaderPolicy(List<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void validateHeaders(Map<String, List<String>> headers) throws ServerTransportSecurityException {
        requireOrigin(headers);
        requireLength(headers);
    }

    /** The server reads no more than that in any case; the protocol's own servlet would answer 500. */
    private static void requireLength(Map<String, List<String>> headers) throws ServerTransportSecurityException {
        var length = first(headers, HttpHeaders.CONTENT_LENGTH)
                .filter(value -> LENGTH.matcher(value).matches());
        if (length.isPresent() && Long.parseLong(length.get()) > BodyLimitFilter.MAX_BYTES) {
            throw new ServerTransportSecurityException(
                    HttpStatus.CONTENT_TOO_LARGE.value(),
                    "A message has at most " + BodyLimitFilter.MAX_BYTES + " bytes.");
        }
    }

    private void requireOrigin(Map<String, List<String>> headers) throws ServerTransportSecurityException {
        var origin = first(headers, HttpHeaders.ORIGIN);
        var host = first(headers, HttpHeaders.HOST)
                .filter(name -> ADDRESS.matcher(name).matches());
        var permitted = origin.isEmpty()
                || allowed.contains(origin.get())
                || host.filter(name -> origin.get().equals("http://" + name)
                                || origin.get().equals("https://" + name))
                        .isPresent();
        if (!permitted) {
            throw new ServerTransportSecurityException(
                    HttpStatus.FORBIDDEN.value(), "Add the origin to RAPPORT_WEB_CORS_ORIGINS.");
        }
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }
}
