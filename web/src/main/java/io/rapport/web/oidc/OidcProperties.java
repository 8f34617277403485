package io.rapport.web.oidc;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of sign-in at an OpenID Connect issuer; the same for all services with pages.
 *
 * @param issuer the issuer, exactly as its discovery document names it; empty for none
 * @param clientId the id that the issuer knows this installation by
 * @param clientSecret the secret of the client; empty for a public client
 * @param name what the button of the sign-in page calls the issuer; empty for a general text
 * @param scopes the scopes that are asked for
 * @param claim the claim with the roles: its name or, beginning with a slash, a JSON Pointer into the claims
 * @param roles what values of the claim stand for, as {@link RoleMapping#parse} reads them; the first that a user has counts
 */
@ConfigurationProperties("rapport.oidc")
public record OidcProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("groups") String claim,
        @DefaultValue List<String> roles) {

    public OidcProperties {
        if (!issuer.isEmpty()) {
            if (!IssuerHttpClient.isAllowed(URI.create(issuer))) {
                throw new IllegalArgumentException(
                        "rapport.oidc.issuer has '" + issuer
                                + "': an issuer has an https address, or an http address of this machine (127.0.0.1, localhost)");
            }
            if (clientId.isBlank() || claim.isBlank() || roles.isEmpty()) {
                throw new IllegalArgumentException(
                        "rapport.oidc.issuer needs rapport.oidc.client-id, a claim in rapport.oidc.claim and at least"
                                + " one of rapport.oidc.roles");
            }
            if (!scopes.contains("openid")) {
                throw new IllegalArgumentException("rapport.oidc.scopes needs the scope openid");
            }
            roles.forEach(RoleMapping::parse);
        }
    }

    RoleMapper mapper() {
        return new RoleMapper(
                new RoleClaim(claim), roles.stream().map(RoleMapping::parse).toList());
    }

    /** Omits the secret, which must not be logged. */
    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
