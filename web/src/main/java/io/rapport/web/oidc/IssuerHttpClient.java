package io.rapport.web.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import io.rapport.web.outbound.HttpTarget;
import io.rapport.web.outbound.OutboundFailedException;
import io.rapport.web.outbound.OutboundResponse;
import io.rapport.web.outbound.SocketHttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Sends requests to the issuer, which the operator trusts: also to private addresses. Each has a deadline and a limit of size; no
 * redirects are followed; a silent issuer holds a few threads of the server only.
 */
final class IssuerHttpClient implements HTTPRequestSender, ResourceRetriever, AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MAX_BODY = 256 << 10;
    private static final int MAX_CONCURRENT = 16;
    private static final String CONTENT_TYPE = "content-type";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    private final SocketHttpExchange exchange = new SocketHttpExchange(DEADLINE, MAX_BODY);
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

    /** Whether an address of an issuer is encrypted, or on this machine. */
    static boolean isAllowed(URI uri) {
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        var host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return uri.getHost() != null
                && (scheme.equals("https")
                        || scheme.equals("http") && LOOPBACK.matcher(host).matches());
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        var body = request.getBody() == null ? "" : request.getBody();
        var headers = request.getHeaderMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(", ", entry.getValue())));
        var received = send(request.getMethod().name(), request.getURI(), headers, body);
        var response = new HTTPResponse(received.status());
        received.header(CONTENT_TYPE).ifPresent(type -> response.setHeader("Content-Type", type));
        response.setBody(text(received));
        return response;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        var received = send("GET", URI.create(url.toString()), Map.of(), "");
        if (received.status() != HttpStatus.OK.value()) {
            throw new IOException(url + " answered " + received.status());
        }
        return new Resource(text(received), received.header(CONTENT_TYPE).orElse(null));
    }

    @Override
    public void close() {
        exchange.close();
    }

    private OutboundResponse send(String method, URI uri, Map<String, String> headers, String body) throws IOException {
        if (!isAllowed(uri)) {
            throw new IOException("The address " + uri + " is not encrypted");
        }
        if (!permits.tryAcquire()) {
            throw new IOException("Too many requests wait for the issuer");
        }
        try {
            var target = HttpTarget.of(uri);
            var address = InetAddress.getByName(target.hostToResolve());
            return exchange.send(method, target, address, headers, body.getBytes(StandardCharsets.UTF_8));
        } catch (OutboundFailedException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            permits.release();
        }
    }

    private static String text(OutboundResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
