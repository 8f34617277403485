package io.rapport.ingest.source.meta;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps one change of the fields feed, mention and ratings of a page. */
final class PageChangeMapper {

    static final Set<String> FIELDS = Set.of("feed", "mention", "ratings");

    private static final String POST_ID = "post_id";
    private static final String COMMENT_ID = "comment_id";
    private static final Set<String> PROMOTED = Set.of("active", "promoted");

    private final String page;
    private final Instant entryTime;
    private final String field;
    private final PayloadNode value;
    private final PayloadMapping mapping;
    private final String item;
    private final String verbWord;
    private final @Nullable FeedVerb verb;

    PageChangeMapper(String page, Instant entryTime, String field, PayloadNode value, PayloadMapping mapping) {
        this.page = page;
        this.entryTime = entryTime;
        this.field = field;
        this.value = value.requireObject();
        this.mapping = mapping;
        this.item = value.at("item").requiredText();
        this.verbWord = value.at("verb").requiredText();
        this.verb = FeedVerb.of(verbWord);
    }

    void map() {
        if (verb == null) {
            ignore(verbWord);
            return;
        }
        switch (item) {
            case "comment" -> mapComment(verb);
            case "like", "reaction" -> mapReaction(verb);
            case "rating" -> mapRating(verb);
            case "post", "status", "photo", "video", "share", "album", "event", "link", "note" -> mapPost(verb);
            default -> ignore(verbWord);
        }
    }

    private void mapComment(FeedVerb verb) {
        var id = value.at(COMMENT_ID).requiredId();
        var author = author();
        if (author.equals(page)) {
            ignore("own");
            return;
        }
        var post = value.at(POST_ID).id();
        var parent = value.at("parent_id").id();
        var isReply = parent != null && post != null && !parent.equals(post);
        var kind = field.equals("mention")
                ? EngagementKind.MENTION
                : isReply ? EngagementKind.REPLY : EngagementKind.COMMENT;
        add(
                verb,
                message("comment:" + id, kind, author)
                        .with("object.id", id)
                        .with("object.inReplyTo", parent != null ? parent : post)
                        .with("object.conversation", post));
    }

    private void mapReaction(FeedVerb verb) {
        var target = value.firstOf(COMMENT_ID, POST_ID, "parent_id").id();
        var author = author();
        if (author.equals(page)) {
            ignore("own");
        } else if (target == null) {
            add(verb, inbound("follow:" + author, EngagementKind.FOLLOW, author));
        } else {
            add(
                    verb,
                    inbound("reaction:" + target + ":" + author, EngagementKind.REACTION, author)
                            .with("object.inReplyTo", target)
                            .with("content.paid", isPromoted() ? Boolean.TRUE : null));
        }
    }

    private void mapRating(FeedVerb verb) {
        var author = author();
        var id = value.firstOf("open_graph_story_id", POST_ID).requiredId();
        add(
                verb,
                inbound("rating:" + id, EngagementKind.REVIEW, author)
                        .with("object.id", id)
                        .with("content.text", value.at("review_text").text())
                        .with("content.rating", value.at("rating").number()));
    }

    private void mapPost(FeedVerb verb) {
        if (Integer.valueOf(0).equals(value.at("published").number())) {
            ignore("unpublished");
            return;
        }
        var id = value.firstOf(POST_ID, "share_id", "album_id", "video_id", "photo_id", "event_id")
                .requiredId();
        var isOwnKind = item.equals("event") || item.equals("album");
        var author = isOwnKind && !authorId().isPresent() ? page : author();
        if (author.equals(page)) {
            add(
                    verb,
                    MetaChannel.FACEBOOK
                            .post("post:" + id, occurredAt(), page)
                            .with("object.id", id)
                            .with("object.url", value.at("permalink_url").text())
                            .with("content.text", value.at("message").text())
                            .with("content.paid", isPromoted() ? Boolean.TRUE : null));
            return;
        }
        var isShare = item.equals("share") && field.equals("feed");
        var original = value.at("parent_id").id();
        add(
                verb,
                message("post:" + id, isShare ? EngagementKind.SHARE : EngagementKind.MENTION, author)
                        .with("object.id", id)
                        .with("object.shareOf", isShare && !id.equals(original) ? original : null));
    }

    private SourceEngagement message(String sourceId, EngagementKind kind, String author) {
        return inbound(sourceId, kind, author)
                .with("object.url", value.at("permalink_url").text())
                .with("content.text", value.at("message").text())
                .with("mentions", mentions());
    }

    private List<String> mentions() {
        return value.at("message_tags").elements().stream()
                .flatMap(tag -> Stream.ofNullable(tag.at("id").id()))
                .filter(id -> !id.equals(page))
                .map(id -> MetaChannel.personOf(page, id))
                .toList();
    }

    private SourceEngagement inbound(String sourceId, EngagementKind kind, String author) {
        return MetaChannel.FACEBOOK
                .inbound(sourceId, kind, occurredAt(), page, author)
                .with("actor.displayName", authorName());
    }

    private void add(FeedVerb verb, SourceEngagement engagement) {
        var changed = verb == FeedVerb.ADD ? occurredAt() : entryTime;
        mapping.add(engagement.forAccount(page, verb.revision(changed), verb.withdraws()));
    }

    /** Whether the change is about an advertisement or a boosted post. Comments on one are what people wrote, and not paid for. */
    private boolean isPromoted() {
        return value.at("ad_id").isPresent()
                || PROMOTED.contains(
                        String.valueOf(value.at("post", "promotion_status").text()));
    }

    private void ignore(String what) {
        mapping.ignore(field + "." + item + "." + what);
    }

    private Instant occurredAt() {
        return Objects.requireNonNullElse(value.at("created_time").epoch(), entryTime);
    }

    private String author() {
        var id = authorId().id();
        if (id == null) {
            throw value.at("from")
                    .absent(value.at("from").path()
                            + " is missing: Meta does not tell who it was. The app needs Page Public Content Access.");
        }
        return id;
    }

    private PayloadNode authorId() {
        return value.at("from", "id").or(value.firstOf("sender_id", "reviewer_id", "user_id"));
    }

    private @Nullable String authorName() {
        var name = value.at("from", "name").text();
        return name != null
                ? name
                : value.firstOf("sender_name", "reviewer_name").text();
    }
}
