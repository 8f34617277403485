package io.rapport.web.config;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who administers the installation, and whether the service has pages.
 *
 * @param adminToken the installation administrator's token; empty for nobody
 * @param web how it is served
 */
@ConfigurationProperties("rapport")
public record WebProperties(
        @DefaultValue("") String adminToken, @DefaultValue Web web) {

    /** What a bearer token may be made of (RFC 6750), which a cookie may hold as well. */
    public static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    public WebProperties {
        if (!adminToken.isEmpty() && !TOKEN.matcher(adminToken).matches()) {
            throw new IllegalArgumentException(
                    "rapport.admin-token may hold only letters, digits and -._~+/, with = at its end");
        }
    }

    /**
     * How a service is served.
     *
     * @param pages whether it has pages: people sign in and are known by a cookie
     * @param identityUrl where browsers reach the identity service's pages; empty for no links there
     * @param reportUrl where they reach the report's
     */
    public record Web(
            @DefaultValue("false") boolean pages,
            @DefaultValue("") String identityUrl,
            @DefaultValue("") String reportUrl) {

        private static final Pattern ADDRESS = Pattern.compile("(https?://[^\\s/?#]+(/[^\\s?#]*)?)?");

        public Web {
            identityUrl = address("identity-url", identityUrl);
            reportUrl = address("report-url", reportUrl);
        }

        private static String address(String name, String given) {
            if (!ADDRESS.matcher(given).matches()) {
                throw new IllegalArgumentException(
                        "rapport.web." + name + " is an address such as https://people.example.org");
            }
            return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        }
    }

    /** Without the token, which must not reach a log. */
    @Override
    public String toString() {
        return "EdgeProperties[web=" + web + "]";
    }
}
