package io.rapport.ingest.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns e-mail addresses into keyed hashes at the door, so that no address goes any further: HMAC-SHA-256 of the
 * normalised address, under a key of each agency's own that is derived from the installation's secret. Equal addresses of
 * one agency have equal hashes; those of two agencies cannot be compared.
 */
public final class EmailHashes {

    /** The longest address taken, in characters. */
    static final int MAX_ADDRESS = 320;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final @Nullable String secret;

    /**
     * Hashes under the installation's secret.
     *
     * @param secret any text of at least 16 characters; null or blank for none, and then no address is taken
     */
    public EmailHashes(@Nullable String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret;
    }

    /**
     * The hash of an address: 64 lower-case hex digits.
     *
     * @param field where it was found, for the message
     * @throws NotAccepted if it is no address, or the installation has no secret
     */
    String hash(String agency, String address, String field) {
        if (secret == null) {
            throw NotAccepted.invalid(field, "cannot be taken: this installation has no rapport.email-hash-key.");
        }
        var normalised = normalise(address);
        if (!ADDRESS.matcher(normalised).matches()) {
            throw NotAccepted.invalid(field, "is not an e-mail address.");
        }
        var agencyKey = hmac(secret.getBytes(StandardCharsets.UTF_8), "rapport.email|" + agency);
        return HexFormat.of().formatHex(hmac(agencyKey, normalised));
    }

    static String normalise(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
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
