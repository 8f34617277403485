package io.rapport.web.auth;

import io.rapport.contracts.access.TokenIssued;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/** Resolves the caller of a token. */
public final class CallerResolver {

    private final TokenDirectory tokens;
    private final Clock clock;
    private final Optional<byte[]> administrator;

    /**
     * Resolves the tokens of a directory, and the administrator's.
     *
     * @param adminToken empty for no administrator
     */
    public CallerResolver(TokenDirectory tokens, String adminToken, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.administrator = Optional.of(adminToken)
                .filter(token -> !token.isEmpty())
                .map(token -> bytes(TokenDirectory.hash(token)));
    }

    Optional<Caller> resolve(String token) {
        if (!TokenDirectory.SYNTAX.matcher(token).matches()) {
            return Optional.empty();
        }
        var hash = TokenDirectory.hash(token);
        // Constant-time comparison of hashes of equal length: the duration reveals nothing about the token.
        if (administrator.isPresent() && MessageDigest.isEqual(administrator.get(), bytes(hash))) {
            return Optional.of(Caller.INSTALLATION);
        }
        return tokens.byHash(hash).filter(this::isValid).map(Caller::of);
    }

    private boolean isValid(TokenIssued token) {
        return token.expiresAt() == null || clock.instant().isBefore(token.expiresAt());
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
