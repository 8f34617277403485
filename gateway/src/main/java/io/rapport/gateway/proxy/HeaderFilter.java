package io.rapport.gateway.proxy;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Removes the headers that hold for one connection only (RFC 9110, 7.6.1), and forwarding headers unless a trusted proxy has set
 * them.
 *
 * @param keepsForwarded keeps the forwarding headers of requests
 */
record HeaderFilter(boolean keepsForwarded) {

    private static final List<HttpString> HOP_BY_HOP = List.of(
            Headers.CONNECTION,
            new HttpString("Keep-Alive"),
            new HttpString("Proxy-Connection"),
            Headers.PROXY_AUTHORIZATION,
            Headers.TE,
            Headers.UPGRADE,
            new HttpString("HTTP2-Settings"));

    private static final String FORWARDED = "forwarded";
    private static final String X_FORWARDED = "x-forwarded-";

    void filterRequest(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        if (connectionOptions(headers).contains("close")) {
            // Undertow knows the option when it is the only one.
            exchange.setPersistent(false);
        }
        removeHopByHop(headers);
        if (!keepsForwarded) {
            for (var name : List.copyOf(headers.getHeaderNames())) {
                var lower = name.toString().toLowerCase(Locale.ROOT);
                if (lower.equals(FORWARDED) || lower.startsWith(X_FORWARDED)) {
                    headers.remove(name);
                }
            }
        }
    }

    void filterResponse(HeaderMap headers) {
        removeHopByHop(headers);
    }

    private static void removeHopByHop(HeaderMap headers) {
        connectionOptions(headers).forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** What the {@code Connection} header names, in small letters: options of the connection and headers that hold for it only. */
    private static List<String> connectionOptions(HeaderMap headers) {
        var lines = headers.get(Headers.CONNECTION);
        return lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
