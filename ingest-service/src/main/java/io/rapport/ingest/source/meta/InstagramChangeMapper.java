package io.rapport.ingest.source.meta;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;

/** Maps one change of a field of an Instagram account. */
final class InstagramChangeMapper {

    private InstagramChangeMapper() {}

    static void map(String field, String account, PayloadNode time, PayloadNode value, PayloadMapping mapping) {
        switch (field) {
            case "comments", "live_comments" -> mapComment(field, account, time, value.requireObject(), mapping);
            case "messages", "message_reactions", "message_edit" ->
                MessagingMapper.map(MetaChannel.INSTAGRAM, account, value.requireObject(), mapping);
            case "mentions" ->
                throw value.at("from")
                        .absent(
                                "Instagram tells only the ids of the mention: who wrote it has to be read with mentioned_comment or mentioned_media.");
            default -> mapping.ignore("instagram." + field);
        }
    }

    private static void mapComment(
            String field, String account, PayloadNode time, PayloadNode value, PayloadMapping mapping) {
        var id = value.at("id").requiredId();
        var author = value.at("from", "id").id();
        if (author == null) {
            throw value.at("from")
                    .absent(
                            value.at("from").path()
                                    + " is missing: Instagram does not tell who it was. The app needs advanced access to comments.");
        }
        if (author.equals(account)) {
            mapping.ignore("instagram." + field + ".own");
            return;
        }
        var parent = value.at("parent_id").id();
        var media = value.at("media", "id").id();
        mapping.add(MetaChannel.INSTAGRAM
                .inbound(
                        "comment:" + id,
                        parent == null ? EngagementKind.COMMENT : EngagementKind.REPLY,
                        time.requiredEpoch(),
                        account,
                        author)
                .with("actor.name", value.at("from", "username").text())
                .with("object.id", id)
                .with("object.inReplyTo", parent == null ? media : parent)
                .with("object.conversation", media)
                .with("content.text", value.at("text").text())
                .forAccount(account));
    }
}
