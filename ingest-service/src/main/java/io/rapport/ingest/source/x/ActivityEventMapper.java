package io.rapport.ingest.source.x;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import org.jspecify.annotations.Nullable;

/** Maps an event of the X Activity API. */
final class ActivityEventMapper {

    private final PayloadNode event;
    private final PayloadNode payload;
    private final XIncludes includes;
    private final PayloadMapping mapping;

    ActivityEventMapper(PayloadNode event, PayloadMapping mapping) {
        this.event = event;
        this.payload = event.at("payload");
        this.includes = new XIncludes(event.at("includes"));
        this.mapping = mapping;
    }

    void map() {
        var type = event.at("event_type").requiredText();
        switch (type) {
            case "post.create", "post.mention.create", "post.reply.create", "post.quote.create", "post.repost.create" ->
                new XPostMapper(account(), kind(type)).map(new XPostV2(payload.requireObject(), includes), mapping);
            case "post.delete" ->
                mapping.add(XDeletions.deletion(
                        account(),
                        payload.at("id").requiredId(),
                        payload.at("author_id").requiredId(),
                        null));
            case "like.create" -> mapLike();
            case "follow.follow", "follow.unfollow" ->
                mapping.add(new XRelationMapper(account())
                        .follow(user("source"), user("target"), null, type.equals("follow.unfollow")));
            case "dm.received", "dm.sent" ->
                mapping.each(
                        payload.at("direct_message_events").requiredElements(),
                        message -> XMessages.map(message, payload.at("users"), account(), mapping));
            default -> mapping.ignore(type);
        }
    }

    private String account() {
        return event.at("filter", "user_id").requiredId();
    }

    private XAccount user(String name) {
        return XAccount.ofV2(XIncludes.unwrap(payload.at(name).requireObject()));
    }

    private void mapLike() {
        var account = account();
        var author = includes.account(payload.at("liked_tweet_author_id").requiredId());
        var time = XRelationMapper.timeOfLike(payload);
        var liker = author.id().equals(account)
                ? includes.onlyOtherThan(account)
                        .orElseThrow(
                                () -> event.at("includes", "users")
                                        .absent(
                                                "X does not tell who liked the post: /includes/users has no other account, or several."))
                : includes.account(account);
        mapping.add(
                new XRelationMapper(account).like(payload.at("liked_tweet_id").requiredId(), liker, author, time));
    }

    /** The kind of an inbound post by the event type; null if the type does not determine one. */
    private static @Nullable EngagementKind kind(String type) {
        return switch (type) {
            case "post.mention.create" -> EngagementKind.MENTION;
            case "post.reply.create" -> EngagementKind.REPLY;
            case "post.quote.create" -> EngagementKind.QUOTE;
            case "post.repost.create" -> EngagementKind.SHARE;
            default -> null;
        };
    }
}
