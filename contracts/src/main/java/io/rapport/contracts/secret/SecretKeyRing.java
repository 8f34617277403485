package io.rapport.contracts.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys that secrets are encrypted with, by id. The first one encrypts, and all decrypt, so that a key is replaced by
 * putting another one before it.
 */
public final class SecretKeyRing {

    /** The minimum length of a key's text, in characters. */
    static final int MIN_LENGTH = 16;

    private static final int ID_BYTES = 4;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    private SecretKeyRing() {}

    /**
     * Reads keys.
     *
     * @param text one or more texts of at least 16 characters, separated by commas, newest first; empty for none. The key
     *     (AES-256) is the SHA-256 of the text, its id the first bytes of the SHA-256 of the key
     * @throws IllegalArgumentException if a text is too short
     */
    public static SecretKeyRing parse(String text) {
        var ring = new SecretKeyRing();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(ring::add);
        return ring;
    }

    /** Whether there is no key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The id of the key that encrypts; empty without keys. */
    public Optional<String> newestId() {
        return keys.keySet().stream().findFirst();
    }

    @Nullable
    SecretKey key(String id) {
        return keys.get(id);
    }

    private void add(String text) {
        if (text.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "RAPPORT_SECRETS_KEY has a key of fewer than " + MIN_LENGTH + " characters");
        }
        var key = sha256(text.getBytes(StandardCharsets.UTF_8));
        keys.put(HexFormat.of().formatHex(sha256(key), 0, ID_BYTES), new SecretKeySpec(key, "AES"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Names the ids, never the keys. */
    @Override
    public String toString() {
        return "SecretKeyRing" + keys.keySet();
    }
}
