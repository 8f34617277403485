package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.account.AccountCellResolver;
import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account of an actor as the source writes it.
 *
 * @param id the platform's id, else the folded name
 * @param name the name; null when it is not known
 */
record ActorAccount(String id, @Nullable String name) {

    private static final int MAX_URL = 2_048;

    /**
     * Reads the account. A page address as id or name is resolved to its account; where both are absent, the account is that
     * of the actor's page.
     *
     * @throws InputRejectedException if no field names an account, or the id is not one
     */
    static ActorAccount read(InputFields actor, String channel) {
        var writtenId = actor.id("id", InputFields.MAX_ID);
        var writtenName = actor.line("name", InputFields.MAX_ID);
        var id = UnusableAccountPolicy.isPlaceholder(writtenId) ? null : id(requireExact(writtenId, actor), channel);
        var name = UnusableAccountPolicy.isPlaceholder(writtenName) ? null : name(writtenName, channel);
        if (id == null) {
            id = folded(name != null ? name : accountOf(actor.line("url", MAX_URL), channel));
        }
        if (id == null) {
            throw missing(actor, writtenId == null ? writtenName : writtenId);
        }
        return new ActorAccount(id, name);
    }

    /** The id of an account that is written in one field; empty if it names none. */
    static Optional<String> idOf(String written, String channel) {
        return UnusableAccountPolicy.isPlaceholder(written) || UnusableAccountPolicy.isRounded(written)
                ? Optional.empty()
                : Optional.ofNullable(id(UnusableAccountPolicy.withoutDecimals(written), channel));
    }

    private static @Nullable String requireExact(@Nullable String id, InputFields actor) {
        if (id != null && UnusableAccountPolicy.isRounded(id)) {
            throw InputRejectedException.invalid(
                    actor.path("id"),
                    "is '%s', a number that a spreadsheet rounded: different accounts have the same. Export the file again, with its ids as text."
                            .formatted(id));
        }
        return id == null ? null : UnusableAccountPolicy.withoutDecimals(id);
    }

    private static InputRejectedException missing(InputFields actor, @Nullable String placeholder) {
        var path = actor.path("id");
        return placeholder == null
                ? new InputRejectedException(
                        RejectionCode.MISSING_FIELD,
                        path,
                        path + " is missing or blank; send the platform's account id, or at least actor.name.")
                : InputRejectedException.invalid(
                        path,
                        "is '%s', which stands for a missing, deleted or anonymous account: no person can be recognised by it. Leave such rows out."
                                .formatted(placeholder));
    }

    /** An id with {@code @} is a name, because no platform issues such ids. */
    private static @Nullable String id(@Nullable String written, String channel) {
        var page = accountOf(written, channel);
        if (page != null) {
            return folded(page);
        }
        return written != null && written.startsWith("@") ? folded(written) : written;
    }

    private static @Nullable String name(@Nullable String written, String channel) {
        var page = accountOf(written, channel);
        return page == null ? written : page;
    }

    /** The account of a profile page of the channel; null when the text is no such address. */
    private static @Nullable String accountOf(@Nullable String text, String channel) {
        if (text == null || isNoAddress(text) || !AccountCellResolver.hasProfilePages(channel)) {
            return null;
        }
        var reference = AccountCellResolver.resolve(text, channel);
        var account = reference.link() == null || !reference.channel().equals(channel) ? null : reference.account();
        return account == null || account.length() > InputFields.MAX_ID ? null : account;
    }

    /** Whether a text has no host, so that it need not be parsed as an address; characters beyond ASCII may stand for a dot. */
    private static boolean isNoAddress(String text) {
        return text.indexOf('.') < 0 && TextCleaner.isAscii(text);
    }

    private static @Nullable String folded(@Nullable String name) {
        var folded = name == null ? "" : AccountNames.fold(name);
        return folded.isEmpty() ? null : folded;
    }
}
