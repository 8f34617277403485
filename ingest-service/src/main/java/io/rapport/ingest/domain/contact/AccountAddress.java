package io.rapport.ingest.domain.contact;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses that stand where an account is expected. They are replaced by ids that are made of the address's hash, so
 * that no address is published or shown as an account.
 */
public final class AccountAddress {

    /** Channels on which names of the form {@code name@host} are accounts and no e-mail addresses. */
    private static final Set<String> FEDERATED = Set.of(
            "mastodon",
            "lemmy",
            "pixelfed",
            "peertube",
            "misskey",
            "friendica",
            "pleroma",
            "diaspora",
            "matrix",
            "xmpp",
            "jabber");

    private static final String ID_PREFIX = "email-";
    private static final Pattern ID = Pattern.compile(ID_PREFIX + "([0-9a-f]{64})");
    private static final String NO_DELIMITER = "[^@\\s<>()\\[\\]\"',;:?]";
    private static final String ADDRESS = NO_DELIMITER + "+@" + NO_DELIMITER + "+\\.[^@\\s<>()\\[\\]\"',;:?.]{2,}";
    private static final Pattern WHOLE = Pattern.compile(
            "(?:mailto:)?(?:[^@<>]*<(?:mailto:)?)?(" + ADDRESS + ")(?:\\?.*)?>?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANYWHERE =
            Pattern.compile("(?:mailto:)?[<(\\[]?(?:mailto:)?(" + ADDRESS + ")[>)\\]]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern MAILTO = Pattern.compile("\\s*mailto:.*", Pattern.CASE_INSENSITIVE);

    private AccountAddress() {}

    /** Finds the address that an account id or name consists of, with or without {@code mailto:}, brackets and a name. */
    public static Optional<String> find(@Nullable String text, String channel) {
        if (text == null
                || hasNoSign(text)
                || FEDERATED.contains(channel) && !MAILTO.matcher(text).matches()) {
            return Optional.empty();
        }
        return first(WHOLE.matcher(plain(text)), true);
    }

    /** Finds an address anywhere in a display name. */
    public static Optional<String> findWithin(@Nullable String text) {
        return text == null || hasNoSign(text) ? Optional.empty() : first(ANYWHERE.matcher(plain(text)), false);
    }

    /** Removes the addresses from a display name; null when nothing else is left. */
    public static @Nullable String remove(String text) {
        var rest = ANYWHERE.matcher(plain(text)).replaceAll(" ").strip();
        return rest.chars().anyMatch(Character::isLetterOrDigit) ? rest : null;
    }

    /** The account id of an address with this hash. */
    public static String accountId(String emailHash) {
        return ID_PREFIX + emailHash;
    }

    /** The hash of the address that an account id was made of; null when it was not made of an address. */
    public static @Nullable String emailHash(String accountId) {
        var id = ID.matcher(accountId);
        return id.matches() ? id.group(1) : null;
    }

    /** Whether a text has neither an {@code @} nor what could stand for one, as most accounts and names. */
    private static boolean hasNoSign(String text) {
        return text.indexOf('@') < 0 && text.indexOf('%') < 0;
    }

    /** The text without invisible characters and percent-encoded signs. */
    private static String plain(String text) {
        return INVISIBLE.matcher(text).replaceAll("").strip().replace("%40", "@");
    }

    private static Optional<String> first(Matcher matcher, boolean whole) {
        return (whole ? matcher.matches() : matcher.find()) ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
