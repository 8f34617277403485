package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.payload.HtmlText;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment, which the REST API and plugins write with different names.
 *
 * @param comment the object of the comment
 * @param isEvent whether a plugin sent it, when it changed
 */
record WordPressComment(PayloadNode comment, boolean isEvent) {

    /** The id of an absent parent or user. */
    private static final String NO_ID = "0";

    static WordPressComment of(PayloadNode comment) {
        return new WordPressComment(
                comment, comment.requireObject().at("comment_ID").isPresent());
    }

    String id() {
        return field("id", "comment_ID").requiredId();
    }

    String post() {
        return field("post", "comment_post_ID").requiredId();
    }

    /** The id of the comment that this one answers; null for one on the post. */
    @Nullable
    String parent() {
        return idOrNull(field("parent", "comment_parent"));
    }

    /** The id of the WordPress user who wrote it; null for a visitor. */
    @Nullable
    String user() {
        return idOrNull(field("author", "user_id"));
    }

    @Nullable
    String name() {
        return field("author_name", "comment_author").text();
    }

    @Nullable
    String email() {
        return field("author_email", "comment_author_email").text();
    }

    @Nullable
    String page() {
        return field("author_url", "comment_author_url").text();
    }

    /** The address of the comment; plugins do not send it. */
    @Nullable
    String link() {
        return comment.at("link").text();
    }

    Instant writtenAt() {
        return field("date_gmt", "comment_date_gmt").requiredUtcTime();
    }

    @Nullable
    String text() {
        var content = comment.at(isEvent ? "comment_content" : "content");
        return HtmlText.of(
                content.isObject() ? content.firstOf("rendered", "raw").text() : content.text());
    }

    /** {@code comment}, {@code pingback}, {@code trackback}, or the type of a plugin. */
    String type() {
        var type = field("type", "comment_type").text();
        return type == null ? "comment" : type;
    }

    /** {@code approved}, {@code hold}, {@code spam} or {@code trash}. */
    String status() {
        var status = field("status", "comment_approved").requiredId();
        return switch (status) {
            case "1", "approve", "approved" -> "approved";
            case "0", "hold", "unapproved" -> "hold";
            case "post-trashed" -> "trash";
            default -> status;
        };
    }

    /** Payloads of plugins, and withdrawals, do not contain the time of the change. */
    @Nullable
    Long revision(boolean withdrawn) {
        return isEvent || withdrawn ? Long.valueOf(SourceMapping.AT_RECEIPT) : null;
    }

    private PayloadNode field(String rest, String plugin) {
        return comment.at(isEvent ? plugin : rest);
    }

    private static @Nullable String idOrNull(PayloadNode node) {
        var id = node.id();
        return NO_ID.equals(id) ? null : id;
    }
}
