package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The e-mail addresses of the brands of a connection: an account is an address, or a domain ({@code @acme.example}) for all
 * its addresses.
 */
public record OwnAddresses(SourceSettings settings) {

    private static final Pattern ACCOUNT = Pattern.compile("[^@\\s\\p{Lu}]{0,64}@[^@\\s\\p{Lu}]{1,255}");

    /** The account that an address in lower case belongs to. */
    public Optional<String> account(String address) {
        return Stream.of(address, address.substring(Math.max(0, address.lastIndexOf('@'))))
                .filter(settings::isAccount)
                .findFirst();
    }

    /** Whether an address belongs to an account. */
    public boolean contains(String address) {
        return account(address).isPresent();
    }

    /** The account of a connection that has only one. */
    public Optional<String> only() {
        return SettingsReader.onlyAccount(settings);
    }

    /**
     * Checks the accounts.
     *
     * @throws InputRejectedException if one is neither an address nor a domain
     */
    public void requireValid() {
        settings.accounts().stream()
                .filter(account -> !ACCOUNT.matcher(account).matches())
                .findFirst()
                .ifPresent(account -> {
                    throw InputRejectedException.invalid(
                            "accounts",
                            "has '%s', but has to have addresses in lower case, such as hello@acme.example, or domains, such as @acme.example."
                                    .formatted(TextCleaner.abbreviate(account)));
                });
    }
}
