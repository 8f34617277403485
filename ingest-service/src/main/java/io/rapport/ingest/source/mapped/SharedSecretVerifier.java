package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies a delivery by a secret that both sides know: {@code X-Hub-Signature-256: sha256=} with the HMAC-SHA-256 of the
 * body in hex, or {@code Authorization: Bearer} with the secret itself.
 */
public final class SharedSecretVerifier implements SourceVerifier {

    /** The name of the secret. */
    public static final String SECRET = "secret";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SIGNATURE = "x-hub-signature-256";
    private static final String PREFIX = "sha256=";
    private static final String BEARER = "Bearer ";

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        if (secrets.all(SECRET).isEmpty()) {
            return VerificationResult.refuse("the connection has no secret.");
        }
        var signature = payload.header(SIGNATURE);
        if (signature.isPresent()) {
            return result(secrets, secret -> isSigned(payload, signature.get(), secret), "the signature is wrong.");
        }
        var token = payload.header("authorization").filter(value -> value.startsWith(BEARER));
        return token.isPresent()
                ? result(
                        secrets,
                        secret -> equal(token.get().substring(BEARER.length()), secret),
                        "the secret in Authorization is wrong.")
                : VerificationResult.refuse("it has neither X-Hub-Signature-256 nor Authorization: Bearer.");
    }

    private static VerificationResult result(SourceSecrets secrets, Predicate<String> matches, String reason) {
        var accepted = false;
        // All secrets are compared, so that the time does not tell which one matched.
        for (var secret : secrets.all(SECRET)) {
            accepted |= matches.test(secret);
        }
        return accepted ? VerificationResult.accept() : VerificationResult.refuse(reason);
    }

    private static boolean isSigned(SourcePayload payload, String signature, String secret) {
        return signature.startsWith(PREFIX)
                && hex(signature.substring(PREFIX.length()))
                        .filter(given -> MessageDigest.isEqual(given, hmac(payload.body(), secret)))
                        .isPresent();
    }

    private static boolean equal(String given, String secret) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
