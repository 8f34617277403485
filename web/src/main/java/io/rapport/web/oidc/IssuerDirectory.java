package io.rapport.web.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The discovery document of the issuer and its keys, which are fetched when they are first needed and at most once an hour, so that a
 * service starts without the issuer. While it cannot be reached, what was fetched last is used.
 */
final class IssuerDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerDirectory.class);
    private static final Duration REFRESH = Duration.ofHours(1);

    private final Issuer issuer;
    private final IssuerHttpClient http;
    private final Clock clock;
    private volatile @Nullable Entry known;

    /**
     * What is known of the issuer.
     *
     * @param keys fetched when they are first needed, and again for a key that is not known
     */
    record Entry(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

    IssuerDirectory(String issuer, IssuerHttpClient http, Clock clock) {
        this.issuer = new Issuer(issuer);
        this.http = http;
        this.clock = clock;
    }

    /**
     * The issuer.
     *
     * @throws IssuerUnreachableException if it was never reached and cannot be
     */
    Entry get() {
        var current = known;
        if (current != null && clock.instant().isBefore(current.at.plus(REFRESH))) {
            return current;
        }
        try {
            var discovered = discover();
            known = discovered;
            return discovered;
        } catch (IssuerUnreachableException e) {
            if (current == null) {
                throw e;
            }
            LOG.warn("The discovery document of {} is not refreshed: {}", issuer, e.getMessage());
            return current;
        }
    }

    private Entry discover() {
        try {
            var response =
                    new OIDCProviderConfigurationRequest(issuer).toHTTPRequest().send(http);
            if (response.getStatusCode() != HttpStatus.OK.value()) {
                throw unreachable("it answers " + response.getStatusCode());
            }
            return entry(OIDCProviderMetadata.parse(response.getBody()));
        } catch (IOException e) {
            throw unreachable(String.valueOf(e.getMessage()));
        } catch (ParseException e) {
            throw unreachable("it is not valid");
        }
    }

    private Entry entry(OIDCProviderMetadata metadata) throws MalformedURLException {
        if (!metadata.getIssuer().equals(issuer)) {
            throw unreachable("it is of the issuer " + metadata.getIssuer());
        }
        if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
            throw unreachable("it lacks an authorization or token endpoint");
        }
        var addresses = Stream.of(
                metadata.getAuthorizationEndpointURI(),
                metadata.getTokenEndpointURI(),
                metadata.getJWKSetURI(),
                metadata.getEndSessionEndpointURI());
        if (!addresses.filter(Objects::nonNull).allMatch(IssuerHttpClient::isAllowed)) {
            throw unreachable("an endpoint is not encrypted");
        }
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(), http)
                .refreshAheadCache(false)
                .build();
        return new Entry(metadata, keys, clock.instant());
    }

    private IssuerUnreachableException unreachable(String reason) {
        return new IssuerUnreachableException("The discovery document of " + issuer + " cannot be used: " + reason);
    }
}
