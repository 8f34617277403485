package io.rapport.ingest.source.linkedin;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps one notification of a social action. */
final class SocialActionMapper {

    private static final String GENERATED = "generatedActivity";

    private final PayloadNode notification;
    private final PayloadMapping mapping;
    private final String organisation;
    private final String account;
    private final Instant changed;

    SocialActionMapper(PayloadNode notification, SourceSettings settings, PayloadMapping mapping) {
        this.notification = notification;
        this.mapping = mapping;
        this.organisation = notification.at("organizationalEntity").requiredId();
        var number = LinkedInUrns.organisationId(organisation);
        this.account = settings.isAccount(number) ? number : organisation;
        this.changed = notification.at("lastModifiedAt").requiredEpoch();
    }

    void map() {
        var action = notification.at("action").requiredText();
        switch (action) {
            case "LIKE" -> mapReaction();
            case "COMMENT", "COMMENT_EDIT", "COMMENT_DELETE" -> mapComment(action);
            case "SHARE" -> mapShare(EngagementKind.SHARE);
            case "SHARE_MENTION" -> mapShare(EngagementKind.MENTION);
            default -> mapping.ignore(action);
        }
    }

    private void mapReaction() {
        var like = notification.at(GENERATED);
        var owner = notification.at("decoratedGeneratedActivity", "like").firstOf("owner", "actor");
        var person = owner.isPresent()
                ? owner.requiredText()
                : LinkedInUrns.reactor(like.requiredText())
                        .orElseThrow(() -> like.wrong("has to name who reacted, as urn:li:like:(urn:li:person:…,…)"));
        var post = notification.at("sourcePost").requiredText();
        add(
                begin("reaction:" + post + ":" + person, EngagementKind.REACTION, person)
                        .with("object.inReplyTo", post),
                person,
                false);
    }

    private void mapComment(String action) {
        var comment = notification.at("decoratedGeneratedActivity", "comment");
        var person = comment.firstOf("owner", "actor").requiredText();
        var urn = LinkedInUrns.canonical(
                notification.at(GENERATED).or(comment.at("entity")).requiredText());
        var parent = comment.firstOf("parentComment", "object").text();
        var parentComment = parent != null && LinkedInUrns.isComment(parent) ? LinkedInUrns.canonical(parent) : null;
        var post = notification.at("sourcePost").text();
        add(
                begin("comment:" + urn, parentComment == null ? EngagementKind.COMMENT : EngagementKind.REPLY, person)
                        .with("object.id", urn)
                        .with("object.inReplyTo", parentComment == null ? post : parentComment)
                        .with("object.conversation", post)
                        .with("content.text", text(comment)),
                person,
                action.equals("COMMENT_DELETE"));
    }

    private void mapShare(EngagementKind kind) {
        var share = notification.at("decoratedGeneratedActivity", "share");
        var person = share.firstOf("owner", "actor").requiredText();
        var urn = notification.at(GENERATED).or(share.at("entity")).requiredText();
        add(
                begin("share:" + urn, kind, person)
                        .with("object.id", urn)
                        .with(
                                "object.shareOf",
                                kind == EngagementKind.SHARE
                                        ? notification.at("sourcePost").text()
                                        : null)
                        .with("content.text", text(share)),
                person,
                false);
    }

    private void add(SourceEngagement engagement, String person, boolean withdrawn) {
        if (person.equals(organisation)) {
            mapping.ignore(notification.at("action").requiredText() + ".own");
        } else {
            mapping.add(engagement.forAccount(account, changed.toEpochMilli(), withdrawn));
        }
    }

    private SourceEngagement begin(String sourceId, EngagementKind kind, String person) {
        var created = notification
                .at("decoratedGeneratedActivity", "comment", "created", "time")
                .epoch();
        return SourceEngagement.of(
                        sourceId, "linkedin", Direction.INBOUND, kind, Objects.requireNonNullElse(created, changed))
                .with(
                        "actor.id",
                        LinkedInUrns.isOrganisation(person)
                                ? person
                                : LinkedInUrns.organisationId(organisation) + ":" + person);
    }

    /** Text stands in {@code text}, in {@code text.text} or in {@code message.text}. */
    private static @Nullable String text(PayloadNode message) {
        var written = message.firstOf("text", "message", "commentary");
        return written.isObject() ? written.at("text").text() : written.text();
    }
}
