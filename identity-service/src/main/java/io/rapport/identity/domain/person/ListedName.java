package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientListed;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name that a row of the client list gives to its person. */
public final class ListedName {

    private static final Pattern NOTHING = Pattern.compile("[\\p{Punct}\\d\\h]*");
    /** An order or customer number: digits with at most a short prefix or suffix. */
    private static final Pattern NUMBER = Pattern.compile("(?i)\\s*(?:[#№]\\s*[\\p{L}\\p{N}/_-]*\\d[\\p{L}\\p{N}/_-]*"
            + "|(?:order|bestellung|ordre|pedido|commande|inv|invoice|rechnung|no|nr|so|po|ord)[\\s.:#№/_-]*\\d[\\d\\s/_-]*"
            + "|\\p{L}{0,4}[\\s/_-]*\\d{3,}[\\d/_-]*\\p{L}{0,2})\\s*");

    private ListedName() {}

    /** The row's name; else its given and family names; else its organisation. Null if it has none of them. */
    public static @Nullable String of(ClientListed row) {
        var details = row.details();
        var parts = details == null
                ? Stream.<@Nullable String>of(row.name())
                : Stream.of(row.name(), joined(details), details.organisation());
        return parts.filter(ListedName::isName).findFirst().orElse(null);
    }

    /** Whether a text may name a person or a company: it is more than digits and punctuation, and no order number. */
    public static boolean isName(@Nullable String text) {
        return text != null
                && !NOTHING.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
    }

    private static String joined(ClientDetails details) {
        return Stream.of(details.givenName(), details.familyName())
                .flatMap(part -> Optional.ofNullable(part).stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
