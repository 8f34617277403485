package io.rapport.contracts.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets with AES-256-GCM: {@code v1.<key id>.<base64url of nonce and cipher text>}. The context of a secret is
 * authenticated with it, so that the cipher text is useless in another place.
 */
public final class SecretCipher {

    /** The length of a nonce in bytes. */
    public static final int NONCE_BYTES = 12;

    private static final String VERSION = "v1";
    private static final int TAG_BITS = 128;

    private final SecretKeyRing keys;
    private final Supplier<byte[]> nonces;

    /**
     * Creates a cipher.
     *
     * @param nonces supplies {@value #NONCE_BYTES} random bytes, different ones each time
     */
    public SecretCipher(SecretKeyRing keys, Supplier<byte[]> nonces) {
        this.keys = keys;
        this.nonces = nonces;
    }

    /**
     * Encrypts a secret with the newest key.
     *
     * @param context what the secret belongs to; needed to decrypt it
     * @throws SecretUnreadableException if there is no key
     */
    public String encrypt(String context, String secret) {
        var id = keys.newestId()
                .orElseThrow(() -> new SecretUnreadableException(
                        "This installation has no key for secrets. Start the service with RAPPORT_SECRETS_KEY."));
        var nonce = nonces.get();
        var encrypted = run(Cipher.ENCRYPT_MODE, id, nonce, context, secret.getBytes(StandardCharsets.UTF_8));
        var bytes =
                ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted);
        return VERSION + "." + id + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Decrypts a secret with the key it was encrypted with.
     *
     * @throws SecretUnreadableException if that key is missing, or the text or its context was changed
     */
    public String decrypt(String context, String encrypted) {
        var parts = encrypted.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new SecretUnreadableException("A stored secret has an unknown form. Set the secret again.");
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(parts[2]);
            var nonce = ByteBuffer.wrap(bytes, 0, NONCE_BYTES);
            var text = new byte[bytes.length - NONCE_BYTES];
            System.arraycopy(bytes, NONCE_BYTES, text, 0, text.length);
            var nonceBytes = new byte[NONCE_BYTES];
            nonce.get(nonceBytes);
            return new String(run(Cipher.DECRYPT_MODE, parts[1], nonceBytes, context, text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw changed();
        }
    }

    private byte[] run(int mode, String id, byte[] nonce, String context, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(id), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw changed();
        }
    }

    private SecretKey key(String id) {
        var key = keys.key(id);
        if (key == null) {
            throw new SecretUnreadableException(
                    "Its secrets were encrypted with the key %s, which RAPPORT_SECRETS_KEY does not have. Add the key, or set the secrets again."
                            .formatted(id));
        }
        return key;
    }

    private static SecretUnreadableException changed() {
        return new SecretUnreadableException(
                "A stored secret cannot be decrypted: it was changed, or belongs to something else. Set the secret again.");
    }
}
