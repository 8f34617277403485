package io.rapport.web.config;

import io.rapport.web.auth.TokenDirectory;
import java.time.Duration;
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
     * @param deadline the longest processing time of a request whose body is not streamed
     */
    public record Web(
            @DefaultValue("false") boolean pages,
            @DefaultValue("60s") Duration deadline) {}

    /** Omits the token, which must not be logged. */
    @Override
    public String toString() {
        return "WebProperties[web=" + web + "]";
    }
}
