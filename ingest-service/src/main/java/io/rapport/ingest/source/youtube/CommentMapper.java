package io.rapport.ingest.source.youtube;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.SettingsReader;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps threads and comments, alone or in lists. */
record CommentMapper(SourceSettings settings, PayloadMapping mapping) {

    private static final Set<String> WITHHELD = Set.of("heldForReview", "likelySpam", "rejected");

    void map(PayloadNode resource) {
        var kind = resource.at("kind").requiredText();
        switch (kind) {
            case "youtube#commentThreadListResponse", "youtube#commentListResponse" ->
                mapping.each(resource.at("items").requiredElements(), this::map);
            case "youtube#commentThread" -> mapThread(resource);
            case "youtube#comment" -> mapComment(resource, resource.at("snippet"), resource.none());
            default -> mapping.ignore(kind);
        }
    }

    private void mapThread(PayloadNode thread) {
        var snippet = thread.at("snippet").requireObject();
        var top = snippet.at("topLevelComment").requireObject();
        mapping.entry(() -> mapComment(top, snippet, top.none()));
        mapping.each(thread.at("replies", "comments").elements(), reply -> mapComment(reply, snippet, top));
    }

    /**
     * Maps a comment.
     *
     * @param context has the channel and the video of the comment
     * @param top the comment that it replies to; absent if it replies to none, or if that is not known
     */
    private void mapComment(PayloadNode comment, PayloadNode context, PayloadNode top) {
        var id = comment.at("id").requiredId();
        var snippet = comment.at("snippet").requireObject();
        var account = account(context);
        var author = snippet.at("authorChannelId", "value").requiredText();
        var parent = snippet.at("parentId").id();
        var published = snippet.at("publishedAt").requiredTime();
        var changed = Objects.requireNonNullElse(snippet.at("updatedAt").time(), published);
        var isOwn = author.equals(account);
        var asker = top.at("snippet", "authorChannelId", "value").text();
        if (isOwn && (asker == null || asker.equals(account))) {
            mapping.ignore("comment.own");
            return;
        }
        var kind = parent != null || isOwn ? EngagementKind.REPLY : EngagementKind.COMMENT;
        var video = context.at("videoId").or(snippet.at("videoId")).text();
        var engagement = SourceEngagement.of(
                        "comment:" + id, "youtube", isOwn ? Direction.OUTBOUND : Direction.INBOUND, kind, published)
                .with("object.id", id)
                .with("object.inReplyTo", parent != null ? parent : video)
                .with("object.conversation", video)
                .with("content.text", text(snippet));
        describe(engagement, isOwn ? top.at("snippet") : snippet);
        mapping.add(engagement
                .with("staff.id", isOwn ? account : null)
                .forAccount(account, changed.toEpochMilli(), WITHHELD.contains(status(snippet))));
    }

    private static void describe(SourceEngagement engagement, PayloadNode author) {
        engagement
                .with("actor.id", author.at("authorChannelId", "value").requiredText())
                .with("actor.displayName", author.at("authorDisplayName").text())
                .with("actor.url", author.at("authorChannelUrl").text());
    }

    private String account(PayloadNode context) {
        var channel = context.at("channelId").text();
        if (channel != null) {
            return channel;
        }
        return SettingsReader.onlyAccount(settings)
                .orElseThrow(() -> context.at("channelId")
                        .absent(context.at("channelId").path()
                                + " is missing, and the connection has several channels, or none."));
    }

    private static String status(PayloadNode snippet) {
        return Objects.requireNonNullElse(snippet.at("moderationStatus").text(), "published");
    }

    private static @Nullable String text(PayloadNode snippet) {
        var original = snippet.at("textOriginal").text();
        return original != null
                ? original
                : HtmlText.of(snippet.at("textDisplay").text());
    }
}
