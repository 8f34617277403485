package io.rapport.web.outbound;

import java.net.URI;
import java.util.Locale;

/**
 * What a request goes to.
 *
 * @param secure whether the scheme is https
 * @param path the path with the query, as it is sent
 */
public record HttpTarget(boolean secure, String host, int port, String path) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int IMAP = 143;
    private static final int IMAPS = 993;

    /**
     * Reads an address.
     *
     * @throws OutboundFailedException if it is no plain http or https address
     */
    public static HttpTarget of(URI uri) {
        return of(uri, "http", HTTP, "https", HTTPS);
    }

    /**
     * Reads the address of a stream.
     *
     * @throws OutboundFailedException if it is no plain ws or wss address
     */
    public static HttpTarget ofStream(URI uri) {
        return of(uri, "ws", HTTP, "wss", HTTPS);
    }

    /**
     * Reads the address of a mail server.
     *
     * @throws OutboundFailedException if it is no plain imap or imaps address
     */
    public static HttpTarget ofMailbox(URI uri) {
        return of(uri, "imap", IMAP, "imaps", IMAPS);
    }

    private static HttpTarget of(URI uri, String open, int openPort, String encrypted, int encryptedPort) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getHost();
        if (!scheme.equals(open) && !scheme.equals(encrypted) || host == null || uri.getRawUserInfo() != null) {
            throw new OutboundFailedException(
                    "Only %s and %s addresses are fetched, without user names in them.".formatted(open, encrypted));
        }
        var secure = scheme.equals(encrypted);
        var port = uri.getPort() < 0 ? secure ? encryptedPort : openPort : uri.getPort();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new HttpTarget(secure, host, port, path + query);
    }

    /** Whether another target is the same server. */
    public boolean hasOriginOf(HttpTarget other) {
        return secure == other.secure && host.equalsIgnoreCase(other.host) && port == other.port;
    }

    /** The Host header. */
    public String hostHeader() {
        return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /** The host to resolve: an IPv6 literal without its brackets. */
    public String hostToResolve() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
