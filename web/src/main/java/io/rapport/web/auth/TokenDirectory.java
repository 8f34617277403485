package io.rapport.web.auth;

import io.rapport.contracts.access.TokenIssued;
import io.rapport.web.secret.SecretHash;
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
        return SecretHash.of(token);
    }
}
