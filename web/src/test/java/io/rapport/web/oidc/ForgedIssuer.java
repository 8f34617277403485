package io.rapport.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An issuer whose documents and ID tokens a test writes, as no real issuer would. */
final class ForgedIssuer implements AutoCloseable {

    static final String CLIENT = "rapport";
    static final String SECRET = "the secret of the client, with 256 bits and more";

    private static final ECKey KEY = key("known");
    private static final ECKey OTHER_KEY = key("known");

    private final HttpServer server;

    /** The discovery document, which a test may change. */
    final Map<String, Object> metadata = new TreeMap<>();

    /** The answer of the token endpoint. */
    volatile String tokens = "{}";

    /** The answer of the UserInfo endpoint. */
    volatile String userInfo = "{}";

    /** The last request to the token endpoint. */
    volatile String asked = "";

    ForgedIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metadata.putAll(Map.of(
                "issuer",
                url(),
                "authorization_endpoint",
                url() + "/authorize",
                "token_endpoint",
                url() + "/token",
                "userinfo_endpoint",
                url() + "/userinfo",
                "jwks_uri",
                url() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("ES256")));
        answer("/.well-known/openid-configuration", () -> Json.mapper().writeValueAsString(metadata));
        answer("/keys", () -> new JWKSet(KEY.toPublicJWK()).toString());
        answer("/userinfo", () -> userInfo);
        answer("/token", () -> tokens);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Claims that are valid for an attempt. */
    JWTClaimsSet.Builder claims(SignInAttempt attempt) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("subject-1")
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", attempt.nonce().getValue())
                .claim("groups", List.of("editors"));
    }

    void answerSigned(JWTClaimsSet claims) {
        answer(signed(claims, KEY));
    }

    void answerSignedByAnotherKey(JWTClaimsSet claims) {
        answer(signed(claims, OTHER_KEY));
    }

    void answerUnsigned(JWTClaimsSet claims) {
        answer(new PlainJWT(claims).serialize());
    }

    /** Signs by a secret that both sides know, in a signature that is valid as such. */
    void answerSignedBySecret(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(SECRET));
            answer(token.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String idToken) {
        tokens = Json.mapper()
                .writeValueAsString(Map.of("access_token", "access", "token_type", "Bearer", "id_token", idToken));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Body {
        String text() throws IOException;
    }

    private void answer(String path, Body body) {
        server.createContext(path, exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals("/token")) {
                asked = sent + " " + exchange.getRequestHeaders().getFirst("Authorization");
            }
            var bytes = body.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.text().contains("\"error\"") ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
