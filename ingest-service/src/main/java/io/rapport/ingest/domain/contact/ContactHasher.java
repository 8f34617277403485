package io.rapport.ingest.domain.contact;

import io.rapport.ingest.domain.input.InputRejectedException;

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
 * Turns e-mail addresses and telephone numbers into keyed hashes at the door, so that none of them goes any further:
 * HMAC-SHA-256 of the normalised value, under keys of each agency's own that are derived from the installation's secret,
 * one for each kind of value. Equal values of one agency have equal hashes; those of two agencies cannot be compared.
 */
public final class ContactHasher {

    /** The longest address taken, in characters. */
    public static final int MAX_ADDRESS = 320;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final @Nullable String secret;

    /**
     * Hashes under the installation's secret.
     *
     * @param secret any text of at least 16 characters; null or blank for none, and then no address is taken
     */
    public ContactHasher(@Nullable String secret) {
        this.secret = secret == null || secret.isBlank() ? null : secret;
    }

    /**
     * The hash of an address: 64 lower-case hex digits.
     *
     * @param field where it was found, for the message
     * @throws InputRejectedException if it is no address, or the installation has no secret
     */
    public String hash(String agency, String address, String field) {
        return hash(Kind.EMAIL, agency, requireEmail(address, field), field);
    }

    /** The hash of what stands before the {@code @}; as {@link #hash}. */
    public String hashEmailLocalPart(String agency, String address, String field) {
        var normalised = requireEmail(address, field);
        return hash(Kind.EMAIL_LOCAL, agency, normalised.substring(0, normalised.indexOf('@')), field);
    }

    /** The hash of what stands after the {@code @}; as {@link #hash}. */
    public String hashEmailDomain(String agency, String address, String field) {
        var normalised = requireEmail(address, field);
        return hash(Kind.EMAIL_DOMAIN, agency, normalised.substring(normalised.indexOf('@') + 1), field);
    }

    /**
     * The hash of a telephone number.
     *
     * @param digits as {@link PhoneNumberParser} reads them
     * @throws InputRejectedException if the installation has no secret
     */
    public String hashPhone(String agency, String digits, String field) {
        return hash(Kind.PHONE, agency, digits, field);
    }

    public static boolean isEmailAddress(String address) {
        return ADDRESS.matcher(normalizeEmail(address)).matches();
    }

    private static String requireEmail(String address, String field) {
        var normalised = normalizeEmail(address);
        if (!ADDRESS.matcher(normalised).matches()) {
            throw InputRejectedException.invalid(field, "is not an e-mail address.");
        }
        return normalised;
    }

    private String hash(Kind kind, String agency, String normalised, String field) {
        if (secret == null) {
            throw InputRejectedException.invalid(field, "cannot be taken: this installation has no rapport.email-hash-key.");
        }
        var agencyKey = hmac(secret.getBytes(StandardCharsets.UTF_8), kind.label + "|" + agency);
        return HexFormat.of().formatHex(hmac(agencyKey, normalised));
    }

    public static String normalizeEmail(String address) {
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

    private enum Kind {
        EMAIL("rapport.email"),
        EMAIL_LOCAL("rapport.email.local"),
        EMAIL_DOMAIN("rapport.email.domain"),
        PHONE("rapport.phone");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }
}
