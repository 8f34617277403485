package io.rapport.report.domain.subscription;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The e-mail addresses that mail is sent to: {@code local@domain} of RFC 5321 without quotes, comments and address literals, in
 * ASCII. So an address has no blank, no line end and no second address.
 */
public final class MailAddressSyntax {

    private static final int MAX_LENGTH = 254;
    private static final Pattern SYNTAX =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
    private static final int MAX_LOCAL = 64;

    private MailAddressSyntax() {}

    /** The address as it is stored, its domain in lower case; empty if it is none. */
    public static Optional<String> parse(String text) {
        var address = text.strip();
        if (address.length() > MAX_LENGTH || !SYNTAX.matcher(address).matches()) {
            return Optional.empty();
        }
        var at = address.indexOf('@');
        return at > MAX_LOCAL
                ? Optional.empty()
                : Optional.of(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
    }
}
