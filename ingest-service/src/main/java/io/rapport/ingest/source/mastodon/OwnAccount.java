package io.rapport.ingest.source.mastodon;

import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account of a connection.
 *
 * @param id as it is configured
 * @param host the host of its server; null if the settings do not contain it
 */
record OwnAccount(String id, @Nullable String host) {

    static @Nullable OwnAccount of(SourceSettings settings) {
        if (settings.accounts().size() != 1) {
            return null;
        }
        var id = settings.accounts().iterator().next();
        return new OwnAccount(
                id,
                settings.text("server")
                        .or(() -> Optional.of(id).filter(text -> text.contains("://")))
                        .flatMap(OwnAccount::host)
                        .or(() -> Optional.of(id)
                                .filter(text -> text.contains("@"))
                                .map(text -> text.substring(text.lastIndexOf('@') + 1)))
                        .orElse(null));
    }

    /** Whether an account object, or a mention, is this account. */
    boolean is(PayloadNode account) {
        return id.equals(account.at("uri").text())
                || id.equals(account.at("url").text())
                || id.equals(account.at("id").id())
                || named(account)
                        .filter(id.replaceFirst("^@", "")::equalsIgnoreCase)
                        .isPresent();
    }

    /** The stable address of an account, else its page, else {@code name@host}. */
    Optional<String> addressOf(PayloadNode account) {
        return Optional.ofNullable(account.firstOf("uri", "url").text())
                .filter(address -> address.contains("://"))
                .or(() -> named(account));
    }

    private Optional<String> named(PayloadNode account) {
        return Optional.ofNullable(account.at("acct").text())
                .flatMap(acct -> acct.contains("@")
                        ? Optional.of(acct)
                        : Optional.ofNullable(host).map(server -> acct + "@" + server));
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.contains("://") ? address : "https://" + address)
                            .getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
