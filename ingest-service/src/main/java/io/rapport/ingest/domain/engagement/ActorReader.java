package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.contact.AccountAddress;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the actor of an engagement: the handle of the other party. Only the account is required; any other detail that
 * cannot be read is left out with a warning. E-mail addresses are hashed wherever they stand.
 */
final class ActorReader {

    private static final int MAX_LINE = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_BIO = 10_000;
    private static final long MAX_FOLLOWERS = 100_000_000_000L;
    private static final int MAX_LINKS = 50;
    private static final int MAX_WRITTEN_MENTIONS = 500;
    private static final String PHONE_ACCOUNT = "phone-";
    private static final Pattern LINK = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile("[^@\\s/]+@[^@\\s/]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ContactHasher hasher;
    private final String agency;
    private final @Nullable String country;
    private final BotRuleMatcher bots;

    ActorReader(ContactHasher hasher, BrandRegistered brand) {
        this.hasher = hasher;
        this.agency = brand.agency();
        this.country = brand.country();
        this.bots = new BotRuleMatcher(brand.bots());
    }

    /**
     * Reads an actor.
     *
     * @param channel the channel of the engagement
     * @param warnings receives the path of each detail that is left out, and the reason
     * @throws InputRejectedException if the actor has no usable account
     */
    Actor read(InputFields actor, String channel, BiConsumer<String, String> warnings) {
        var details = new Details(warnings);
        var account = account(actor, channel);
        var name = account.name();
        var displayName = details.read(() -> actor.line("displayName", MAX_LINE));
        var addressAsId = AccountAddress.find(account.id(), channel);
        var addressAsName = AccountAddress.find(name, channel);
        var addressInName = AccountAddress.findWithin(displayName);
        var addressOf = addressAsId.or(() -> addressAsName).or(() -> addressInName);
        var given = details.read(() -> email(actor));
        var email = given == null
                ? addressOf.map(address -> email(address, actor.path("id"))).orElse(EmailHashes.NONE)
                : given;
        return ActorBuilder.builder()
                .id(addressAsId
                        .map(address -> accountId(address, actor.path("id")))
                        .orElse(account.id()))
                .name(addressAsName.isPresent() ? null : name)
                .displayName(
                        addressInName.isPresent() && displayName != null
                                ? AccountAddress.remove(displayName)
                                : displayName)
                .url(details.read(() -> actor.line("url", MAX_URL)))
                .bio(details.read(() -> actor.text("bio", MAX_BIO)))
                .location(details.read(() -> actor.line("location", MAX_LINE)))
                .followers(details.read(() -> actor.count("followers", MAX_FOLLOWERS)))
                .emailHash(email.address())
                .mailboxHash(email.mailbox())
                .bot(isBot(account, channel) ? Boolean.TRUE : details.read(() -> actor.flag("bot")))
                .phoneHash(details.read(() -> phoneHash(actor)))
                .relMe(details.read(() -> relMe(actor)))
                .webFinger(details.read(() -> webFinger(actor)))
                .build();
    }

    /** The account as it is written; of a caller who has only a number, the hash of the number. */
    private ActorAccount account(InputFields actor, String channel) {
        var isUnnamed = actor.value("id") == null && actor.value("name") == null && actor.value("url") == null;
        var hash = isUnnamed ? phoneHash(actor) : null;
        return hash == null ? ActorAccount.read(actor, channel) : new ActorAccount(PHONE_ACCOUNT + hash, null);
    }

    /** Replaces an address that stands where an account is expected by an id made of its hash. */
    String hashAddress(String account, String channel, String path) {
        return AccountAddress.find(account, channel)
                .map(address -> accountId(address, path))
                .orElse(account);
    }

    /**
     * Reads the ids of the accounts that a message mentions, without its actor: the first {@link EngagementReceived#MAX_MENTIONS} of
     * those that name an account.
     *
     * @return null without any
     */
    @Nullable
    List<String> readMentions(InputFields engagement, String channel, Actor actor) {
        var mentions = engagement.lines("mentions", MAX_WRITTEN_MENTIONS, InputFields.MAX_ID);
        if (mentions.isEmpty()) {
            return null;
        }
        var ids = mentions.stream()
                .flatMap(written -> ActorAccount.idOf(written, channel).stream())
                .map(id -> hashAddress(id, channel, "mentions"))
                .filter(id -> !id.equals(actor.id()))
                .distinct()
                .limit(EngagementReceived.MAX_MENTIONS)
                .toList();
        return ids.isEmpty() ? null : ids;
    }

    private String accountId(String address, String path) {
        return AccountAddress.accountId(hasher.hashEmail(agency, address, path));
    }

    private boolean isBot(ActorAccount account, String channel) {
        return isBot(account.id(), channel) || account.name() != null && isBot(account.name(), channel);
    }

    private boolean isBot(String name, String channel) {
        return UnusableAccountPolicy.isBotName(channel, name) || bots.matches(channel, name);
    }

    /** Reads optional details; one that cannot be read is absent. */
    private record Details(BiConsumer<String, String> warnings) {

        <T> @Nullable T read(Supplier<@Nullable T> detail) {
            try {
                return detail.get();
            } catch (InputRejectedException reason) {
                warnings.accept(String.valueOf(reason.field()), reason.message() + " It was left out.");
                return null;
            }
        }
    }

    /**
     * The hashes of an e-mail address.
     *
     * @param mailbox the hash of the mailbox that the address is another spelling of
     */
    private record EmailHashes(
            @Nullable String address, @Nullable String mailbox) {

        static final EmailHashes NONE = new EmailHashes(null, null);
    }

    private @Nullable EmailHashes email(InputFields actor) {
        var address = actor.line("email", ContactHasher.MAX_ADDRESS);
        if (address != null) {
            return email(address, actor.path("email"));
        }
        var hash = readHash(actor, "emailHash", "email");
        return hash == null ? null : new EmailHashes(hash, null);
    }

    private EmailHashes email(String address, String path) {
        return new EmailHashes(
                hasher.hashEmail(agency, address, path),
                hasher.hashMailbox(agency, address, path).orElse(null));
    }

    private @Nullable String phoneHash(InputFields actor) {
        var number = actor.line("phone", InputFields.MAX_ID);
        if (number == null) {
            return readHash(actor, "phoneHash", "phone");
        }
        var path = actor.path("phone");
        var digits = PhoneNumberParser.parse(number, null, country).stream()
                .findFirst()
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
        if (links.isEmpty()) {
            return null;
        }
        links.stream().filter(link -> !LINK.matcher(link).matches()).findFirst().ifPresent(link -> {
            throw InputRejectedException.invalid(
                    actor.path("relMe"),
                    "has '%s', but has to hold links that begin with https://."
                            .formatted(TextCleaner.abbreviate(link)));
        });
        return links;
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
