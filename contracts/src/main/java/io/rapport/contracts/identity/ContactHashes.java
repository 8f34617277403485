package io.rapport.contracts.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hashes of e-mail addresses and telephone numbers: HMAC-SHA-256 of the normalised value. The key is derived from the
 * installation's secret per agency and kind of value, so that equal values of one agency have equal hashes and hashes of two
 * agencies cannot be compared. Thread-safe.
 */
public final class ContactHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int MAX_KEYS = 10_000;

    private final @Nullable String secret;
    /** The derived keys of the agencies that were asked for. */
    private final Map<String, byte[]> agencyKeys = new ConcurrentHashMap<>();

    /**
     * Creates hashes with the installation's secret.
     *
     * @param secret the same in every service; null or blank for none
     */
    public ContactHashes(@Nullable String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret;
    }

    /** The parts of contacts that have hashes of their own. */
    public enum ContactPart {
        EMAIL("rapport.email"),
        EMAIL_LOCAL("rapport.email.local"),
        EMAIL_DOMAIN("rapport.email.domain"),
        PHONE("rapport.phone");

        private final String label;

        ContactPart(String label) {
            this.label = label;
        }
    }

    /** Whether there is a secret. Without one nothing can be hashed. */
    public boolean hasSecret() {
        return secret != null;
    }

    /**
     * Hashes a value.
     *
     * @param normalised an e-mail address or its part in NFKC and lower case; the digits of a telephone number
     * @return 64 lower-case hex digits
     * @throws IllegalStateException if there is no secret
     */
    public String hash(ContactPart part, String agency, String normalised) {
        if (secret == null) {
            throw new IllegalStateException("There is no secret: set RAPPORT_EMAIL_HASH_KEY");
        }
        return HexFormat.of().formatHex(hmac(agencyKey(secret, part.label + "|" + agency), normalised));
    }

    private byte[] agencyKey(String given, String label) {
        if (agencyKeys.size() > MAX_KEYS) {
            agencyKeys.clear();
        }
        return agencyKeys.computeIfAbsent(label, words -> hmac(given.getBytes(StandardCharsets.UTF_8), words));
    }

    private static byte[] hmac(byte[] key, String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
