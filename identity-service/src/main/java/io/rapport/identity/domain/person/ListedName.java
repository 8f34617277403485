package io.rapport.identity.domain.person;

import io.rapport.contracts.PersonNameRules;
import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientListed;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The name that a row of the client list gives to its person. */
public final class ListedName {

    private ListedName() {}

    /** The row's name; else its given and family names; else its organisation. Null if it has none of them. */
    public static @Nullable String of(ClientListed row) {
        var details = row.details();
        var parts = details == null
                ? Stream.<@Nullable String>of(row.name())
                : Stream.of(row.name(), joined(details), details.organisation());
        return parts.filter(PersonNameRules::isName).findFirst().orElse(null);
    }

    private static String joined(ClientDetails details) {
        return Stream.of(details.givenName(), details.familyName())
                .flatMap(part -> Optional.ofNullable(part).stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
