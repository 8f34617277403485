package io.rapport.web.config;

import io.rapport.web.auth.TokenDirectory;
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
     */
    public record Web(
            @DefaultValue("false") boolean pages,
            @DefaultValue("60s") Duration deadline,
            @DefaultValue("0") int requestsPerMinute,
            @DefaultValue List<String> corsOrigins) {

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

    /** Omits the token, which must not be logged. */
    @Override
    public String toString() {
        return "WebProperties[web=" + web + "]";
    }
}
