package io.rapport.ingest.pull.http;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.web.outbound.AddressGuard;
import io.rapport.web.outbound.HttpTarget;
import io.rapport.web.outbound.OutboundFailedException;
import io.rapport.web.outbound.OutboundResponse;
import io.rapport.web.outbound.SocketHttpExchange;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Fetches from public addresses; each redirect is checked like the first address. */
public final class GuardedHttpFetcher implements HttpFetcher, AutoCloseable {

    private static final int MAX_REDIRECTS = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie", "proxy-authorization");
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    private final AddressGuard guard;
    private final SocketHttpExchange exchange;
    private final WebSocketExchange sockets;
    private final Clock clock;

    /**
     * Creates a fetcher.
     *
     * @param deadline the longest time of one request
     * @param maxBody the maximum size of a response's body
     */
    public GuardedHttpFetcher(AddressGuard guard, Duration deadline, int maxBody, Clock clock) {
        this(guard, deadline, maxBody, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Creates a fetcher that trusts other certificates than those of the JDK.
     *
     * @param encryption creates encrypted connections
     */
    public GuardedHttpFetcher(
            AddressGuard guard, Duration deadline, int maxBody, Clock clock, SSLSocketFactory encryption) {
        this.guard = guard;
        this.exchange = new SocketHttpExchange(deadline, maxBody, encryption);
        this.sockets = new WebSocketExchange(exchange, maxBody);
        this.clock = clock;
    }

    @Override
    public HttpContent get(URI uri, Map<String, String> headers) {
        return translatingFailures(() -> getFollowingRedirects(uri, headers));
    }

    private HttpContent getFollowingRedirects(URI uri, Map<String, String> headers) {
        var from = uri;
        var target = HttpTarget.of(from);
        var sent = headers;
        for (var redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            var content = send("GET", target, sent, new byte[0]);
            var location = content.header("location");
            if (!REDIRECTS.contains(content.status()) || location.isEmpty()) {
                return requireUsable(content, target);
            }
            from = redirected(from, location.get());
            var next = HttpTarget.of(from);
            sent = next.hasOriginOf(target) ? sent : withoutCredentials(sent);
            target = next;
        }
        throw new FetchFailedException("%s redirects too often.".formatted(target.host()));
    }

    @Override
    public HttpContent post(URI uri, Map<String, String> headers, byte[] body) {
        return translatingFailures(() -> {
            var target = HttpTarget.of(uri);
            return requireUsable(send("POST", target, headers, body), target);
        });
    }

    @Override
    public void receive(URI uri, Map<String, String> headers, Duration time, MessageReader reader) {
        translatingFailures(() -> {
            var target = HttpTarget.ofStream(uri);
            var switched = sockets.receive(target, address(target), headers, time, reader);
            if (switched.status() != WebSocketExchange.SWITCHING_PROTOCOLS) {
                requireUsable(content(switched), target);
                throw new FetchFailedException(
                        "%s answered %d instead of opening a stream.".formatted(target.host(), switched.status()));
            }
            return switched;
        });
    }

    @Override
    public void connect(URI uri, ByteDialogue dialogue) {
        translatingFailures(() -> {
            var target = HttpTarget.ofMailbox(uri);
            return exchange.connect(target, address(target), socket -> {
                dialogue.run(new UpgradableConnection(socket, plain -> exchange.secured(plain, target)));
                return target;
            });
        });
    }

    @Override
    public void close() {
        exchange.close();
    }

    private HttpContent send(String method, HttpTarget target, Map<String, String> headers, byte[] body) {
        return content(exchange.send(method, target, address(target), headers, body));
    }

    private static HttpContent content(OutboundResponse response) {
        return new HttpContent(response.status(), response.headers(), response.body());
    }

    private static <T> T translatingFailures(Supplier<T> request) {
        try {
            return request.get();
        } catch (OutboundFailedException e) {
            throw new FetchFailedException(String.valueOf(e.getMessage()));
        }
    }

    private InetAddress address(HttpTarget target) {
        return guard.resolve(target.hostToResolve()).get(0);
    }

    private HttpContent requireUsable(HttpContent content, HttpTarget target) {
        if (content.status() == TOO_MANY_REQUESTS || content.status() >= 500) {
            throw new FetchFailedException(
                    "%s answered %d.".formatted(target.host(), content.status()),
                    content.header("retry-after").map(this::retryAfter).orElse(null));
        }
        return content;
    }

    /** Seconds or an HTTP date (RFC 9110); null for what is neither. */
    private @Nullable Duration retryAfter(String value) {
        try {
            var wait = value.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static URI redirected(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchFailedException("The platform redirects to an address that is none.");
        }
    }

    private static Map<String, String> withoutCredentials(Map<String, String> headers) {
        var kept = new TreeMap<>(headers);
        kept.keySet().removeIf(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)));
        return kept;
    }
}
