package io.rapport.ingest.domain.contact;

import io.rapport.contracts.identity.ContactHashes;
import io.rapport.contracts.identity.ContactHashes.ContactPart;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces e-mail addresses and telephone numbers with {@link ContactHashes keyed hashes} at intake, so that no clear value is
 * published or stored.
 */
public final class ContactHasher {

    /** The maximum length of an e-mail address, in characters. */
    public static final int MAX_ADDRESS = 320;

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final ContactHashes hashes;

    /**
     * Creates a hasher with the installation's secret.
     *
     * @param secret any text of at least 16 characters; null or blank for none: contacts are then rejected
     */
    public ContactHasher(@Nullable String secret) {
        this.hashes = new ContactHashes(secret);
    }

    /**
     * Hashes an e-mail address.
     *
     * @param field the field that holds the address, for the message
     * @return 64 lower-case hex digits
     * @throws InputRejectedException if it is not an e-mail address, or the installation has no secret
     */
    public String hashEmail(String agency, String address, String field) {
        return hash(ContactPart.EMAIL, agency, requireEmail(address, field), field);
    }

    /**
     * Hashes the mailbox that an address is another spelling of, with the rules of {@link #hashEmail}.
     *
     * @return empty if the address is the canonical one of its mailbox
     */
    public Optional<String> hashMailbox(String agency, String address, String field) {
        var normalised = requireEmail(address, field);
        return Optional.of(MailboxNormalizer.canonical(normalised))
                .filter(canonical -> !canonical.equals(normalised))
                .map(canonical -> hash(ContactPart.EMAIL, agency, canonical, field));
    }

    /** Hashes the part before the {@code @}, with the rules of {@link #hashEmail}. */
    public String hashEmailLocalPart(String agency, String address, String field) {
        var normalised = requireEmail(address, field);
        return hash(ContactPart.EMAIL_LOCAL, agency, normalised.substring(0, normalised.indexOf('@')), field);
    }

    /** Hashes the part after the {@code @}, with the rules of {@link #hashEmail}. */
    public String hashEmailDomain(String agency, String address, String field) {
        var normalised = requireEmail(address, field);
        return hash(ContactPart.EMAIL_DOMAIN, agency, normalised.substring(normalised.indexOf('@') + 1), field);
    }

    /**
     * Hashes a telephone number.
     *
     * @param digits as {@link PhoneNumberParser} returns them
     * @throws InputRejectedException if the installation has no secret
     */
    public String hashPhone(String agency, String digits, String field) {
        return hash(ContactPart.PHONE, agency, digits, field);
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

    private String hash(ContactPart part, String agency, String normalised, String field) {
        if (!hashes.hasSecret()) {
            throw InputRejectedException.invalid(
                    field, "cannot be taken: this installation has no rapport.email-hash-key.");
        }
        return hashes.hash(part, agency, normalised);
    }

    /** Returns the first address of a text without what is written round it; the text in NFKC if it holds no address. */
    public static String normalizeEmail(String address) {
        var addresses = EmailAddressParser.parse(address);
        return addresses.isEmpty() ? normalized(address) : addresses.get(0);
    }

    private static String normalized(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
