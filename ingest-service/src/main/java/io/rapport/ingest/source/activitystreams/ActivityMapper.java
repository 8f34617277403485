package io.rapport.ingest.source.activitystreams;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.SettingsReader;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps one valid activity. */
final class ActivityMapper {

    private final PayloadNode activity;
    private final PayloadNode object;
    private final PayloadMapping mapping;
    private final String actor;
    private final String account;
    private final boolean isOwn;

    ActivityMapper(PayloadNode activity, SourceSettings settings, PayloadMapping mapping) {
        this.activity = activity;
        this.object = activity.at("object");
        this.mapping = mapping;
        this.actor = required(activity.at("actor"));
        this.isOwn = settings.isAccount(actor);
        this.account = isOwn ? actor : account(settings);
    }

    void map(String type) {
        switch (type) {
            case "Create" -> mapNote(new ActivityNote(ActivityObjects.object(object)), false);
            case "Update" -> mapNote(new ActivityNote(ActivityObjects.object(object)), true);
            case "Delete" -> mapDeletion();
            case "Like", "Announce", "Follow" -> mapRelation(type, activity, false);
            default -> mapUndo();
        }
    }

    private void mapRelation(String type, PayloadNode relation, boolean undone) {
        var target = relation.at("object");
        var address = required(target);
        var kind =
                switch (type) {
                    case "Like" -> EngagementKind.REACTION;
                    case "Announce" -> EngagementKind.SHARE;
                    default -> EngagementKind.FOLLOW;
                };
        var recipient = type.equals("Follow")
                ? address
                : ActivityObjects.address(ActivityObjects.object(target).at("attributedTo"));
        if (isOwn && (recipient == null || recipient.equals(account))) {
            mapping.ignore(type + ".own");
            return;
        }
        var time = activity.at("published").time();
        mapping.add(begin(type.toLowerCase(Locale.ROOT) + ":" + address + ":" + actor, kind, time, recipient)
                .with("object.inReplyTo", kind == EngagementKind.REACTION ? address : null)
                .with("object.shareOf", kind == EngagementKind.SHARE ? address : null)
                .forAccount(account, time == null ? null : time.toEpochMilli(), undone));
    }

    private void mapUndo() {
        var undone = ActivityObjects.object(object);
        if (!undone.isPresent()) {
            throw object.wrong("has to contain the activity that is undone, not only its id");
        }
        var type = ActivityObjects.types(undone).stream()
                .filter(each -> each.equals("Like") || each.equals("Announce") || each.equals("Follow"))
                .findFirst();
        if (type.isEmpty()) {
            mapping.ignore("Undo");
            return;
        }
        if (undone.at("actor").isPresent() && !actor.equals(ActivityObjects.address(undone.at("actor")))) {
            throw undone.at("actor").wrong("has to be the actor who undoes it");
        }
        mapRelation(type.get(), undone, true);
    }

    private void mapDeletion() {
        var address = required(object);
        if (address.equals(actor)) {
            mapping.ignore("Delete.actor");
            return;
        }
        mapping.add(begin(
                        "note:" + address,
                        isOwn ? EngagementKind.POST : EngagementKind.MENTION,
                        activity.at("published").time(),
                        actor)
                .with("object.id", address)
                .forAccount(account, null, true));
    }

    private void mapNote(ActivityNote note, boolean updated) {
        if (!note.isNote()) {
            mapping.ignore((updated ? "Update." : "Create.") + note.type());
            return;
        }
        var author = note.author();
        if (author != null && !author.equals(actor)) {
            throw note.object().at("attributedTo").wrong("has to be the actor of the activity");
        }
        var recipient = note.onlyMention(account);
        var kind = isOwn ? ownKind(note, recipient) : note.kind(account);
        var created = Optional.ofNullable(note.published())
                .orElse(activity.at("published").time());
        var changed = updated
                ? Optional.ofNullable(note.updated())
                        .orElse(activity.at("published").time())
                : created;
        var engagement = begin(
                "note:" + note.id(), kind, created, kind == EngagementKind.POST ? account : recipient.orElse(account));
        mapping.add(note.describe(isOwn ? engagement : engagement.with("mentions", note.mentions(account)))
                .forAccount(account, changed == null ? null : changed.toEpochMilli(), false));
    }

    private static EngagementKind ownKind(ActivityNote note, Optional<String> recipient) {
        return recipient.isEmpty()
                ? EngagementKind.POST
                : note.isPublic()
                        ? note.isReply() ? EngagementKind.REPLY : EngagementKind.MENTION
                        : EngagementKind.MESSAGE;
    }

    /**
     * Begins an engagement.
     *
     * @param recipient the actor of an outbound one
     */
    private SourceEngagement begin(String id, EngagementKind kind, @Nullable Instant time, @Nullable String recipient) {
        var begun = SourceEngagement.of(id, "mastodon", isOwn ? Direction.OUTBOUND : Direction.INBOUND, kind, time);
        if (isOwn) {
            return begun.with("actor.id", recipient).with("staff.id", account);
        }
        var profile = ActivityObjects.object(activity.at("actor"));
        return begun.with("actor.id", actor)
                .with("actor.displayName", profile.at("name").text())
                .with("actor.bio", HtmlText.of(profile.at("summary").text()))
                .with("actor.bot", ActivityObjects.types(profile).contains("Service") ? Boolean.TRUE : null);
    }

    private String account(SourceSettings settings) {
        return Stream.of("object", "to", "cc", "target", "audience")
                .flatMap(name -> ActivityObjects.addresses(activity.at(name)).stream())
                .filter(settings::isAccount)
                .findFirst()
                .or(() -> SettingsReader.onlyAccount(settings))
                .orElseThrow(() -> activity.at("to").wrong("has to name an account of the connection"));
    }

    private static String required(PayloadNode value) {
        var address = ActivityObjects.address(value);
        if (address == null) {
            throw value.isPresent() ? value.wrong("has to have an id") : value.missing();
        }
        return address;
    }
}
