package io.rapport.report.delivery;

import io.rapport.web.outbound.AddressGuard;
import io.rapport.web.outbound.HttpResponseReader;
import io.rapport.web.outbound.HttpTarget;
import io.rapport.web.outbound.OutboundFailedException;
import io.rapport.web.outbound.SocketHttpExchange;
import java.io.BufferedInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts to public addresses: the name is resolved once, checked, and connected to. Redirects are not followed. */
public final class GuardedWebhookClient implements WebhookClient, AutoCloseable {

    private static final int NO_BODY = 0;

    private final AddressGuard guard;
    private final boolean plainAllowed;
    private final SocketHttpExchange exchange;

    /**
     * A client.
     *
     * @param plainAllowed whether http without TLS is permitted; for tests only
     * @param deadline the longest time of one request
     */
    public GuardedWebhookClient(AddressGuard guard, boolean plainAllowed, Duration deadline) {
        this.guard = guard;
        this.plainAllowed = plainAllowed;
        this.exchange = new SocketHttpExchange(deadline, NO_BODY);
    }

    /**
     * Checks an address before it is saved; its name is resolved and checked again for each delivery.
     *
     * @throws OutboundFailedException if it is not allowed
     */
    public void requireAllowed(String url) {
        guard.resolve(target(url).hostToResolve());
    }

    @Override
    public WebhookResponse post(String url, Map<String, String> headers, byte[] body) {
        var target = target(url);
        var address = guard.resolve(target.hostToResolve()).get(0);
        var response = exchange.connect(target, address, socket -> {
            SocketHttpExchange.write(socket, "POST", target, headers, body);
            return new HttpResponseReader(new BufferedInputStream(socket.getInputStream()), NO_BODY).readHead();
        });
        var wait = response.header("retry-after")
                .map(GuardedWebhookClient::seconds)
                .orElse(null);
        return new WebhookResponse(target.host(), response.status(), wait);
    }

    @Override
    public void close() {
        exchange.close();
    }

    private HttpTarget target(String url) {
        var target = HttpTarget.of(uri(url));
        if (!target.secure() && !plainAllowed) {
            throw new OutboundFailedException("Webhooks are delivered to https addresses only.");
        }
        return target;
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new OutboundFailedException("The address is not a valid URL.");
        }
    }

    /** Null for a date, which few servers send: the backoff applies then. */
    private static @Nullable Duration seconds(String value) {
        return value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
