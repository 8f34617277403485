package io.rapport.ingest.source.discourse;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;

/** Maps posts and likes of one forum. */
record PostMapper(String host, PayloadMapping mapping) {

    void map(String event, PayloadNode post) {
        var author = post.at("user_id").requiredId();
        var created = post.at("created_at").requiredTime();
        var isFirst = Integer.valueOf(1).equals(post.at("post_number").number());
        if (isBySystem(author)) {
            mapping.ignore(event + ".system");
        } else if (!isStaff(post)) {
            var kind = isMessage(post) ? EngagementKind.MESSAGE : kind(post, isFirst);
            add(event, post, describe(message(post, Direction.INBOUND, kind, created), author, post));
        } else if (post.at("reply_to_user", "id").isPresent()) {
            var recipient = post.at("reply_to_user");
            var kind = isMessage(post) ? EngagementKind.MESSAGE : EngagementKind.REPLY;
            var answer = message(post, Direction.OUTBOUND, kind, created);
            add(event, post, byStaff(describe(answer, recipient.at("id").requiredId(), recipient), author, post));
        } else if (isFirst && !isMessage(post)) {
            var topic = message(post, Direction.OUTBOUND, EngagementKind.POST, created);
            add(event, post, byStaff(topic.with("actor.id", host), author, post));
        } else {
            mapping.ignore(event + ".own");
        }
    }

    private void add(String event, PayloadNode post, SourceEngagement engagement) {
        var isWithdrawn = event.equals("post_destroyed") || post.at("hidden").flag();
        mapping.add(engagement.forAccount(host, revision(event, post), isWithdrawn));
    }

    private SourceEngagement byStaff(SourceEngagement engagement, String author, PayloadNode post) {
        return engagement
                .with("staff.id", idOf(author))
                .with("staff.name", post.at("username").text());
    }

    /** Maps a like. A webhook for the end of a like does not exist. */
    void mapLike(PayloadNode like) {
        var post = like.at("post").requireObject();
        var user = like.at("user").requireObject();
        var id = post.at("id").requiredId();
        var liker = user.at("id").requiredId();
        var isStaff = user.at("admin").flag() || user.at("moderator").flag();
        var author = post.at("user_id").requiredId();
        if (isStaff && (isStaff(post) || author.equals(liker))) {
            mapping.ignore("post_liked.own");
            return;
        }
        Instant time = like.at("created_at").time();
        var begun = SourceEngagement.of(
                        "like:" + host + ":" + id + ":" + liker,
                        "discourse",
                        isStaff ? Direction.OUTBOUND : Direction.INBOUND,
                        EngagementKind.REACTION,
                        time)
                .with("object.inReplyTo", idOf(id))
                .with("staff.id", isStaff ? idOf(liker) : null);
        mapping.add(describe(begun, isStaff ? author : liker, isStaff ? post : user)
                .forAccount(host, time == null ? null : time.toEpochMilli(), false));
    }

    private static EngagementKind kind(PayloadNode post, boolean isFirst) {
        return isFirst
                ? EngagementKind.MENTION
                : post.at("reply_to_post_number").isPresent() ? EngagementKind.REPLY : EngagementKind.COMMENT;
    }

    private SourceEngagement message(PayloadNode post, Direction direction, EngagementKind kind, Instant created) {
        var topic = post.at("topic_id").requiredId();
        var parent = post.at("reply_to_post_number").id();
        var raw = post.at("raw").text();
        return SourceEngagement.of(
                        "post:" + host + ":" + post.at("id").requiredId(), "discourse", direction, kind, created)
                .with(
                        "object.id",
                        idOf("t" + topic + "/" + post.at("post_number").requiredId()))
                .with("object.inReplyTo", parent == null ? null : idOf("t" + topic + "/" + parent))
                .with("object.conversation", idOf("t" + topic + "/1"))
                .with(
                        "content.text",
                        raw != null ? raw : HtmlText.of(post.at("cooked").text()));
    }

    private SourceEngagement describe(SourceEngagement engagement, String user, PayloadNode profile) {
        return engagement
                .with("actor.id", idOf(user))
                .with("actor.name", profile.at("username").text())
                .with("actor.displayName", profile.at("name").text());
    }

    /** The time of a change; a destroyed post may lack it, a recovered one always does. */
    private static long revision(String event, PayloadNode post) {
        var time =
                switch (event) {
                    case "post_destroyed" -> post.at("deleted_at").time();
                    case "post_recovered" -> null;
                    default -> post.firstOf("updated_at", "created_at").time();
                };
        return time == null ? SourceMapping.AT_RECEIPT : time.toEpochMilli();
    }

    private static boolean isStaff(PayloadNode post) {
        return post.at("staff").flag()
                || post.at("admin").flag()
                || post.at("moderator").flag();
    }

    private static boolean isMessage(PayloadNode post) {
        return "private_message".equals(post.at("topic_archetype").text());
    }

    private static boolean isBySystem(String user) {
        return user.startsWith("-");
    }

    private String idOf(String id) {
        return host + ":" + id;
    }
}
