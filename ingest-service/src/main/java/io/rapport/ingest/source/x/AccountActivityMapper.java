package io.rapport.ingest.source.x;

import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.function.Consumer;

/** Maps a webhook of the Account Activity API, which has the shape of version 1.1. */
final class AccountActivityMapper {

    private final PayloadNode root;
    private final String account;
    private final PayloadMapping mapping;

    AccountActivityMapper(PayloadNode root, PayloadMapping mapping) {
        this.root = root;
        this.account = root.at("for_user_id").requiredId();
        this.mapping = mapping;
    }

    void map() {
        for (var name : root.names()) {
            switch (name) {
                case "for_user_id", "users", "apps", "user_has_blocked" -> {}
                case "tweet_create_events" ->
                    each(name, post -> new XPostMapper(account, null).map(new XPostV1(post), mapping));
                case "tweet_delete_events" -> each(name, this::mapDeletion);
                case "favorite_events" -> each(name, this::mapLike);
                case "follow_events" -> each(name, this::mapFollow);
                case "direct_message_events" -> each(name, this::mapMessage);
                default -> mapping.ignore(name);
            }
        }
    }

    private void each(String name, Consumer<PayloadNode> mapper) {
        mapping.each(root.at(name).requiredElements(), mapper);
    }

    private void mapDeletion(PayloadNode deletion) {
        var time = deletion.at("timestamp_ms").requiredEpoch();
        var author = deletion.at("status", "user_id").requiredId();
        mapping.add(XDeletions.deletion(account, deletion.at("status", "id").requiredId(), author, time));
    }

    private void mapLike(PayloadNode like) {
        var post = new XPostV1(like.at("favorited_status").requireObject());
        var time = XRelationMapper.timeOfLike(like);
        mapping.add(new XRelationMapper(account)
                .like(post.id(), XAccount.ofV1(like.at("user").requireObject()), post.author(), time));
    }

    private void mapFollow(PayloadNode follow) {
        var type = follow.at("type").requiredText();
        if (!type.equals("follow") && !type.equals("unfollow")) {
            mapping.ignore("follow_events." + type);
            return;
        }
        mapping.add(new XRelationMapper(account)
                .follow(
                        XAccount.ofV1(follow.at("source").requireObject()),
                        XAccount.ofV1(follow.at("target").requireObject()),
                        follow.firstOf("created_timestamp", "timestamp_ms").requiredEpoch(),
                        type.equals("unfollow")));
    }

    private void mapMessage(PayloadNode event) {
        XMessages.map(event, root.at("users"), account, mapping);
    }
}
