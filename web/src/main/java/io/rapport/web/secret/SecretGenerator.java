package io.rapport.web.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates random secrets: as text, 256 bits in characters that headers, cookies and addresses may contain. */
public final class SecretGenerator {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new secret, which begins with a prefix that names its kind. */
    public String next(String prefix) {
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /** New random bytes, such as a key or a nonce. */
    public byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
