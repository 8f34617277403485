package io.rapport.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.rapport.web.secret.SecretHash;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The client of the issuer: authorization code flow with PKCE (OpenID Connect Core 1.0) and RP-Initiated Logout 1.0. */
final class OidcClient {

    /** Signatures by a private key of the issuer; not those by the secret of the client, nor none. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    private final IssuerDirectory directory;
    private final IssuerHttpClient http;
    private final Issuer issuer;
    private final ClientID id;
    private final String secret;
    private final Scope scope;
    private final Predicate<Map<String, Object>> complete;

    /**
     * Creates a client.
     *
     * @param complete whether claims suffice; if those of an ID token do not, the UserInfo endpoint is asked for more
     */
    OidcClient(
            OidcProperties settings,
            IssuerDirectory directory,
            IssuerHttpClient http,
            Predicate<Map<String, Object>> complete) {
        this.directory = directory;
        this.http = http;
        this.issuer = new Issuer(settings.issuer());
        this.id = new ClientID(settings.clientId());
        this.secret = settings.clientSecret();
        this.scope = new Scope(settings.scopes().toArray(String[]::new));
        this.complete = complete;
    }

    /**
     * The address at which the browser signs in.
     *
     * @throws IssuerUnreachableException if the issuer is not known yet and cannot be reached
     */
    URI authorization(SignInAttempt attempt, URI redirect) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, id, redirect)
                .endpointURI(directory.get().metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Redeems the answer of the issuer.
     *
     * @param parameters the query with which the browser came back
     * @throws SignInRefusedException if it does not belong to the attempt, or does not sign in
     * @throws IssuerUnreachableException if the issuer cannot be reached
     */
    SignedInAccount redeem(SignInAttempt attempt, URI redirect, Map<String, List<String>> parameters) {
        var response = answer(attempt, redirect, parameters);
        if (!response.indicatesSuccess()) {
            throw SignInRefusedException.invalid(
                    "the issuer answers " + code(response.toErrorResponse().getErrorObject()));
        }
        var entry = directory.get();
        requireIssuer(response, entry);
        var code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw SignInRefusedException.invalid("the answer has no code");
        }
        try {
            var tokens = tokens(new AuthorizationCodeGrant(code, redirect, attempt.verifier()), entry);
            var idToken = validated(tokens.getIDToken(), attempt, entry);
            var account = SecretHash.of(issuer + " " + idToken.getSubject());
            return new SignedInAccount(account, claims(idToken, tokens, entry), tokens.getIDTokenString());
        } catch (ParseException e) {
            throw SignInRefusedException.invalid("the answer of the token or UserInfo endpoint is not valid");
        } catch (IOException e) {
            throw new IssuerUnreachableException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The address at which the browser signs out of the issuer; empty if the issuer has none or cannot be reached.
     *
     * @param idToken the ID token of the session; null if it is not known
     * @param redirect where the issuer sends the browser afterwards
     */
    Optional<URI> logout(@Nullable JWT idToken, URI redirect) {
        try {
            return Optional.ofNullable(directory.get().metadata().getEndSessionEndpointURI())
                    .map(endpoint -> new LogoutRequest(endpoint, idToken, null, id, redirect, null, null).toURI());
        } catch (IssuerUnreachableException e) {
            return Optional.empty();
        }
    }

    private static AuthenticationResponse answer(
            SignInAttempt attempt, URI redirect, Map<String, List<String>> parameters) {
        try {
            var response = AuthenticationResponseParser.parse(redirect, parameters);
            if (response.getState() == null || !attempt.hasState(response.getState())) {
                throw SignInRefusedException.outdated("the state is not the one of this browser");
            }
            return response;
        } catch (ParseException e) {
            throw SignInRefusedException.outdated("the parameters are no answer of an issuer");
        }
    }

    /** RFC 9207: an answer of another issuer is not sent to this one. */
    private void requireIssuer(AuthenticationResponse response, IssuerDirectory.Entry entry) {
        var sender = response.getIssuer();
        var absent = sender == null && !entry.metadata().supportsAuthorizationResponseIssuerParam();
        if (!absent && !issuer.equals(sender)) {
            throw SignInRefusedException.invalid("the answer is of another issuer");
        }
    }

    private OIDCTokens tokens(AuthorizationCodeGrant grant, IssuerDirectory.Entry entry)
            throws IOException, ParseException {
        var response = OIDCTokenResponseParser.parse(
                request(grant, entry).toHTTPRequest().send(http));
        if (response.indicatesSuccess()) {
            return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
        }
        var code = code(response.toErrorResponse().getErrorObject());
        var message = "the token endpoint answers " + code;
        throw code.equals("invalid_grant")
                ? SignInRefusedException.outdated(message)
                : SignInRefusedException.invalid(message);
    }

    private TokenRequest request(AuthorizationCodeGrant grant, IssuerDirectory.Entry entry) {
        var endpoint = entry.metadata().getTokenEndpointURI();
        if (secret.isEmpty()) {
            return new TokenRequest.Builder(endpoint, id, grant).build();
        }
        var methods = entry.metadata().getTokenEndpointAuthMethods();
        var post = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var authentication =
                post ? new ClientSecretPost(id, new Secret(secret)) : new ClientSecretBasic(id, new Secret(secret));
        return new TokenRequest.Builder(endpoint, authentication, grant).build();
    }

    private IDTokenClaimsSet validated(@Nullable JWT token, SignInAttempt attempt, IssuerDirectory.Entry entry) {
        if (token == null) {
            throw SignInRefusedException.invalid("the answer of the token endpoint has no ID token");
        }
        var selector = new JWSVerificationKeySelector<>(ALGORITHMS, entry.keys());
        try {
            var claims = new IDTokenValidator(issuer, id, selector, null).validate(token, attempt.nonce());
            var party = claims.getAuthorizedParty();
            if (party != null && !party.getValue().equals(id.getValue())) {
                throw SignInRefusedException.invalid("the ID token is not valid: it was issued for another client");
            }
            return claims;
        } catch (KeySourceException e) {
            throw new IssuerUnreachableException("The keys of " + issuer + " cannot be used: " + e.getMessage());
        } catch (BadJOSEException | JOSEException e) {
            throw SignInRefusedException.invalid("the ID token is not valid: " + e.getMessage());
        }
    }

    private Map<String, Object> claims(IDTokenClaimsSet idToken, OIDCTokens tokens, IssuerDirectory.Entry entry)
            throws IOException, ParseException {
        var claims = new HashMap<String, Object>(idToken.toJSONObject());
        var endpoint = entry.metadata().getUserInfoEndpointURI();
        if (complete.test(claims) || endpoint == null) {
            return claims;
        }
        var response = UserInfoResponse.parse(new UserInfoRequest(endpoint, tokens.getAccessToken())
                .toHTTPRequest()
                .send(http));
        if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
            return claims;
        }
        var more = response.toSuccessResponse().getUserInfo();
        if (!more.getSubject().equals(idToken.getSubject())) {
            throw SignInRefusedException.invalid("the UserInfo endpoint answers for another subject");
        }
        more.toJSONObject().forEach(claims::putIfAbsent);
        return claims;
    }

    /** The code of an error; what else an answer contains may be personal, or made up. */
    private static String code(@Nullable ErrorObject error) {
        var code = error == null || error.getCode() == null ? "" : error.getCode();
        return ERROR_CODE.matcher(code).matches() ? code : "an error";
    }
}
