package io.rapport.web.config;

import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.session.SessionCookie;
import io.rapport.web.session.SessionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the HTTP edge.
 *
 * @param adminToken the token of the installation administrator; empty for none
 * @param web the settings of pages and of the API
 */
@ConfigurationProperties("rapport")
public record WebProperties(
        @DefaultValue("") String adminToken, @DefaultValue Web web) {

    public WebProperties {
        if (!adminToken.isEmpty() && !TokenDirectory.SYNTAX.matcher(adminToken).matches()) {
            throw new IllegalArgumentException(
                    "rapport.admin-token may hold only letters, digits and -._~+/, with = at its end");
        }
    }

    /**
     * The settings of pages and of the API.
     *
     * @param pages whether the service has pages, with sign-in by cookie
     * @param deadline the longest processing time of a request whose body is not streamed
     * @param requestsPerMinute the requests of one token to the API per minute and instance; 0 for no limit
     * @param corsOrigins origins, as {@code https://app.example.com}, whose scripts may call the API in a browser
     * @param session the settings of sessions
     */
    public record Web(
            @DefaultValue("false") boolean pages,
            @DefaultValue("60s") Duration deadline,
            @DefaultValue("0") int requestsPerMinute,
            @DefaultValue List<String> corsOrigins,
            @DefaultValue Session session) {

        private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

        public Web {
            corsOrigins.stream()
                    .filter(origin -> !ORIGIN.matcher(origin).matches())
                    .findFirst()
                    .ifPresent(origin -> {
                        throw new IllegalArgumentException("rapport.web.cors-origins has '" + origin
                                + "': an origin is a scheme, a host and an optional port, as https://app.example.com");
                    });
        }
    }

    /**
     * The settings of the sessions of browsers; the same for all services.
     *
     * @param suffix ends the name of the cookie; browsers send a cookie to every installation on the same host
     * @param lifetime the time until a session expires, however it is used
     * @param idle the time until a session expires without a request
     */
    public record Session(
            @DefaultValue("") String suffix,
            @DefaultValue("14d") Duration lifetime,
            @DefaultValue("24h") Duration idle) {

        private static final String COOKIE = "rapport_session";
        private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9-]{0,32}");

        /** The topic keeps sessions for 30 days. */
        private static final Duration MAX_LIFETIME = Duration.ofDays(28);

        public Session {
            if (!SUFFIX.matcher(suffix).matches()) {
                throw new IllegalArgumentException(
                        "rapport.web.session.suffix may hold at most 32 letters, digits and -");
            }
            if (lifetime.isNegative()
                    || lifetime.isZero()
                    || lifetime.compareTo(MAX_LIFETIME) > 0
                    || idle.isNegative()
                    || idle.isZero()) {
                throw new IllegalArgumentException(
                        "rapport.web.session.lifetime is above 0 and at most 28d, rapport.web.session.idle above 0");
            }
        }

        SessionCookie cookie() {
            return new SessionCookie(SessionCookie.nameOf(COOKIE, suffix));
        }

        SessionPolicy policy() {
            return new SessionPolicy(lifetime, idle);
        }
    }

    /** Omits the token, which must not be logged. */
    @Override
    public String toString() {
        return "WebProperties[web=" + web + "]";
    }
}
