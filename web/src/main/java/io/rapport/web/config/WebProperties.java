package io.rapport.web.config;

import io.rapport.web.auth.TokenDirectory;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the HTTP edge.
 *
 * @param adminToken the token of the installation administrator; empty for none
 * @param web the settings of pages
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
     * The settings of pages.
     *
     * @param pages whether the service has pages, with sign-in by cookie
     * @param identityUrl the base URL of the identity service's pages; {@code /} at the same address; without it no links
     * @param reportUrl the same of the report service's pages
     * @param deadline the longest processing time of a request whose body is not streamed
     */
    public record Web(
            @DefaultValue("false") boolean pages,
            @Nullable String identityUrl,
            @Nullable String reportUrl,
            @DefaultValue("60s") Duration deadline) {

        private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+(/[^\\s?#]*)?|/");

        public Web {
            identityUrl = address("identity-url", identityUrl);
            reportUrl = address("report-url", reportUrl);
        }

        private static @Nullable String address(String name, @Nullable String given) {
            if (given == null || given.isEmpty()) {
                return null;
            }
            if (!ADDRESS.matcher(given).matches()) {
                throw new IllegalArgumentException(
                        "rapport.web." + name + " is an address such as https://people.example.org, or / for the same one");
            }
            return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        }
    }

    /** Omits the token, which must not be logged. */
    @Override
    public String toString() {
        return "WebProperties[web=" + web + "]";
    }
}
