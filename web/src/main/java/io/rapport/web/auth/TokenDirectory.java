package io.rapport.web.auth;

import io.rapport.contracts.access.TokenIssued;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The tokens that were issued and not revoked. Tokens themselves are kept nowhere, only their hashes. */
@FunctionalInterface
public interface TokenDirectory {

    /** The token of a {@link #hash}; its expiry is the caller's to check. */
    Optional<TokenIssued> byHash(String sha256Hex);

    /** SHA-256 of a token, lower-case hex. */
    static String hash(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
