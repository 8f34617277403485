package io.rapport.identity.web.withdrawal;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.account.AccountCellResolver;
import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.account.ChannelNames;
import io.rapport.contracts.identity.BlockedContact;
import io.rapport.contracts.identity.ContactHashes;
import io.rapport.contracts.identity.ContactHashes.ContactPart;
import io.rapport.contracts.identity.ContactKind;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.web.problem.ProblemException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value by which people are recognised: an e-mail address or a telephone number, in clear or as its hash, or an account. A
 * clear value is hashed at once and neither stored nor logged.
 */
final class ContactValueReader {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ADDRESS = Pattern.compile("(?:mailto:)?([^@\\s<>]+@[^@\\s<>]+)");
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|00)[\\d\\s().-]+");
    private static final int MAX_ACCOUNT = 512;
    private static final int MIN_DIGITS = 6;
    private static final int MAX_DIGITS = 15;

    private final ContactHashes hashes;

    ContactValueReader(ContactHashes hashes) {
        this.hashes = hashes;
    }

    /**
     * A value as the caller sends it.
     *
     * @param kind {@code email}, {@code phone} or {@code account}
     * @param channel the channel of an account
     * @param value in clear
     * @param hash the hash of an e-mail address or telephone number, instead of the value
     */
    record ContactValue(
            @Nullable String kind,
            @Nullable String channel,
            @Nullable String value,
            @Nullable String hash) {}

    /** Reads the value as a blocked contact. */
    BlockedContact read(String agency, ContactValue sent, @Nullable String reason, String by, Instant at) {
        var kind = kind(sent.kind());
        return kind == ContactKind.ACCOUNT
                ? account(sent, reason, by, at)
                : new BlockedContact(kind, null, hash(kind, agency, sent), reason, by, at);
    }

    private static ContactKind kind(@Nullable String kind) {
        return switch (kind == null ? "" : kind.strip().toLowerCase(Locale.ROOT)) {
            case "email" -> ContactKind.EMAIL;
            case "phone" -> ContactKind.PHONE;
            case "account" -> ContactKind.ACCOUNT;
            default -> throw DecisionProblems.invalid("kind", "kind has to be email, phone or account.");
        };
    }

    private static BlockedContact account(ContactValue sent, @Nullable String reason, String by, Instant at) {
        var channel = sent.channel() == null ? "" : ChannelNames.canonical(sent.channel());
        if (!NameRules.isToken(channel)) {
            throw DecisionProblems.invalid("channel", "channel is required for an account, such as x or facebook.");
        }
        var written = sent.value() == null ? "" : sent.value().strip();
        var reference = AccountCellResolver.resolve(written, channel);
        var account = reference.account() == null ? "" : AccountNames.fold(reference.account());
        if (account.isEmpty() || account.length() > MAX_ACCOUNT) {
            throw invalidValue("has to be the id, the name or the page of an account.");
        }
        return new BlockedContact(ContactKind.ACCOUNT, reference.channel(), account, reason, by, at);
    }

    private String hash(ContactKind kind, String agency, ContactValue sent) {
        if (sent.hash() != null) {
            var hash = sent.hash().strip().toLowerCase(Locale.ROOT);
            if (!HASH.matcher(hash).matches()) {
                throw DecisionProblems.invalid("hash", "hash has to be 64 hex digits; or send value.");
            }
            return hash;
        }
        var text = sent.value() == null
                ? ""
                : Normalizer.normalize(sent.value(), Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        var normalised = kind == ContactKind.EMAIL ? address(text) : digits(text);
        if (!hashes.hasSecret()) {
            throw invalidValue("cannot be hashed: this service has no RAPPORT_EMAIL_HASH_KEY. Send its hash.");
        }
        return hashes.hash(kind == ContactKind.EMAIL ? ContactPart.EMAIL : ContactPart.PHONE, agency, normalised);
    }

    private static String address(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            throw invalidValue("has to be one e-mail address.");
        }
        return address.group(1);
    }

    private static String digits(String text) {
        var digits = text.replaceAll("\\D", "");
        var number = text.startsWith("00") ? digits.substring(2) : digits;
        if (!NUMBER.matcher(text).matches() || number.length() < MIN_DIGITS || number.length() > MAX_DIGITS) {
            throw invalidValue("has to be one telephone number that begins with + and the code of its country.");
        }
        return number;
    }

    private static ProblemException invalidValue(String message) {
        return DecisionProblems.invalid("value", "value " + message);
    }
}
