package io.rapport.ingest.domain;

import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.RejectionCode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the other party's handle. */
final class ActorReader {

    static final int MAX_ID = 512;

    private static final int MAX_LINE = 1_000;
    private static final int MAX_URL = 2_048;
    private static final int MAX_BIO = 10_000;
    private static final long MAX_FOLLOWERS = 100_000_000_000L;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final EmailHashes hashes;
    private final String agency;

    ActorReader(EmailHashes hashes, String agency) {
        this.hashes = hashes;
        this.agency = agency;
    }

    Actor read(Fields actor) {
        var name = actor.line("name", MAX_ID);
        return new Actor(
                id(actor, name),
                name,
                actor.line("displayName", MAX_LINE),
                actor.line("url", MAX_URL),
                actor.text("bio", MAX_BIO),
                actor.line("location", MAX_LINE),
                actor.count("followers", MAX_FOLLOWERS),
                emailHash(actor),
                actor.flag("bot"));
    }

    private static String id(Fields actor, @Nullable String name) {
        var id = actor.id("id", MAX_ID);
        if (id == null && name != null) {
            id = Texts.normalisedName(name);
        }
        if (id == null || id.isEmpty()) {
            throw new NotAccepted(
                    RejectionCode.MISSING_FIELD,
                    actor.path("id"),
                    "actor.id is missing or blank; send the platform's account id, or at least actor.name.");
        }
        return id;
    }

    private @Nullable String emailHash(Fields actor) {
        var address = actor.line("email", EmailHashes.MAX_ADDRESS);
        if (address != null) {
            return hashes.hash(agency, address, actor.path("email"));
        }
        var hash = actor.id("emailHash", MAX_ID);
        if (hash == null) {
            return null;
        }
        var lower = hash.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(lower).matches()) {
            throw NotAccepted.invalid(
                    actor.path("emailHash"),
                    "has to be 64 hex digits, made with this installation's key; or send email.");
        }
        return lower;
    }
}
