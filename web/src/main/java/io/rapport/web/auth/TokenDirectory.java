package io.rapport.web.auth;

import io.rapport.contracts.access.TokenIssued;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tokens that were issued and not revoked, by hash. Tokens themselves are never stored. */
@FunctionalInterface
public interface TokenDirectory {

    /** The syntax of a bearer token (RFC 6750), which is also valid in a cookie. */
    Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** The token with a {@link #hash}. It may have expired. */
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
