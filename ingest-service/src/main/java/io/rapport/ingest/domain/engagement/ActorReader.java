package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the actor of an engagement: the handle of the other party. */
final class ActorReader {

    private static final int MAX_LINE = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_BIO = 10_000;
    private static final long MAX_FOLLOWERS = 100_000_000_000L;
    private static final int MAX_LINKS = 50;
    private static final Pattern LINK = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile("[^@\\s/]+@[^@\\s/]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ContactHasher hasher;
    private final String agency;

    ActorReader(ContactHasher hasher, String agency) {
        this.hasher = hasher;
        this.agency = agency;
    }

    /**
     * Reads an actor.
     *
     * @param channel the channel of the engagement
     * @throws InputRejectedException if the actor has no usable account
     */
    Actor read(InputFields actor, String channel) {
        var account = ActorAccount.read(actor, channel);
        return ActorBuilder.builder()
                .id(account.id())
                .name(account.name())
                .displayName(actor.line("displayName", MAX_LINE))
                .url(actor.line("url", MAX_URL))
                .bio(actor.text("bio", MAX_BIO))
                .location(actor.line("location", MAX_LINE))
                .followers(actor.count("followers", MAX_FOLLOWERS))
                .emailHash(emailHash(actor))
                .bot(actor.flag("bot"))
                .phoneHash(phoneHash(actor))
                .relMe(relMe(actor))
                .webFinger(webFinger(actor))
                .build();
    }

    private @Nullable String emailHash(InputFields actor) {
        var address = actor.line("email", ContactHasher.MAX_ADDRESS);
        if (address != null) {
            return hasher.hashEmail(agency, address, actor.path("email"));
        }
        return readHash(actor, "emailHash", "email");
    }

    private @Nullable String phoneHash(InputFields actor) {
        var number = actor.line("phone", InputFields.MAX_ID);
        if (number == null) {
            return readHash(actor, "phoneHash", "phone");
        }
        var path = actor.path("phone");
        var digits = PhoneNumberParser.toDigits(number, null)
                .orElseThrow(
                        () -> InputRejectedException.invalid(path, "is not a telephone number of 6 to 15 digits."));
        return hasher.hashPhone(agency, digits, path);
    }

    private static @Nullable String readHash(InputFields actor, String name, String alternative) {
        var hash = actor.id(name, InputFields.MAX_ID);
        if (hash == null) {
            return null;
        }
        var lower = hash.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(lower).matches()) {
            throw InputRejectedException.invalid(
                    actor.path(name),
                    "has to be 64 hex digits, computed with this installation's key; or send " + alternative + ".");
        }
        return lower;
    }

    private static @Nullable List<String> relMe(InputFields actor) {
        var links = actor.lines("relMe", MAX_LINKS, MAX_URL);
        links.stream().filter(link -> !LINK.matcher(link).matches()).findFirst().ifPresent(link -> {
            throw InputRejectedException.invalid(
                    actor.path("relMe"),
                    "has '%s', but has to hold links that begin with https://."
                            .formatted(TextCleaner.abbreviate(link)));
        });
        return links.isEmpty() ? null : links;
    }

    private static @Nullable String webFinger(InputFields actor) {
        var subject = actor.id("webFinger", InputFields.MAX_ID);
        if (subject == null) {
            return null;
        }
        var account = subject.startsWith("acct:") ? subject.substring("acct:".length()) : subject;
        var bare = account.startsWith("@") ? account.substring(1) : account;
        if (!ACCOUNT.matcher(bare).matches()) {
            throw InputRejectedException.invalid(
                    actor.path("webFinger"),
                    "is '%s', but has to be acct:name@host.".formatted(TextCleaner.abbreviate(subject)));
        }
        return "acct:" + bare.toLowerCase(Locale.ROOT);
    }
}
