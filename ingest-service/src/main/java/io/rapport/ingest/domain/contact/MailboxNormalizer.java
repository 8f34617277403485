package io.rapport.ingest.domain.contact;

import java.net.IDN;
import java.util.Map;
import java.util.Set;

/**
 * Finds the mailbox that an e-mail address is a spelling of: without the {@code +tag}, without the dots that Gmail and Proton ignore,
 * and with one name for domains that deliver to the same mailboxes, such as {@code googlemail.com}.
 */
public final class MailboxNormalizer {

    /** Domains that deliver to the mailboxes of another domain, as their providers document it. */
    private static final Map<String, String> DOMAINS = Map.ofEntries(
            Map.entry("googlemail.com", "gmail.com"),
            Map.entry("me.com", "icloud.com"),
            Map.entry("mac.com", "icloud.com"),
            Map.entry("protonmail.com", "proton.me"),
            Map.entry("protonmail.ch", "proton.me"),
            Map.entry("pm.me", "proton.me"),
            Map.entry("ya.ru", "yandex.ru"),
            Map.entry("yandex.com", "yandex.ru"),
            Map.entry("yandex.by", "yandex.ru"),
            Map.entry("yandex.kz", "yandex.ru"));

    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "proton.me");

    private MailboxNormalizer() {}

    /**
     * Returns the canonical address of a mailbox.
     *
     * @param address as {@link ContactHasher#normalizeEmail} returns it
     */
    public static String canonical(String address) {
        var at = address.lastIndexOf('@');
        var domain = domain(address.substring(at + 1));
        var local = withoutTag(address.substring(0, at));
        return (WITHOUT_DOTS.contains(domain) ? withoutDots(local) : local) + "@" + domain;
    }

    private static String domain(String written) {
        var bare = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        var ascii = toAscii(bare);
        return DOMAINS.getOrDefault(ascii, ascii);
    }

    private static String toAscii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain; // The domain is no host name, so that it has no other spelling.
        }
    }

    private static String withoutTag(String local) {
        var plus = local.indexOf('+');
        return plus > 0 ? local.substring(0, plus) : local;
    }

    private static String withoutDots(String local) {
        var plain = local.replace(".", "");
        return plain.isEmpty() ? local : plain;
    }
}
