package io.rapport.web.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates secrets of 256 random bits in characters that headers, cookies and addresses may contain. */
public final class SecretGenerator {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new secret, which begins with a prefix that names its kind. */
    public String next(String prefix) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
