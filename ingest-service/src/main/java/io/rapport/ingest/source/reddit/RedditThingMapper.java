package io.rapport.ingest.source.reddit;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps one comment ({@code t1}), post ({@code t3}) or message ({@code t4}).
 *
 * @param type which of them
 * @param data its fields
 */
record RedditThingMapper(String type, PayloadNode data, SourceSettings settings) {

    private static final Set<String> GONE = Set.of("[deleted]", "[removed]");

    void map(PayloadMapping mapping) {
        var author = data.at("author_fullname").text();
        var writer = data.at("author").text();
        if (author == null && (writer == null || GONE.contains(writer))) {
            mapping.ignore(type + ".deleted");
        } else if (writer != null && known("u/" + writer) != null) {
            mapping.ignore(type + ".own");
        } else {
            add(mapping, data.at("author_fullname").requiredText(), writer);
        }
    }

    private void add(PayloadMapping mapping, String author, @Nullable String writer) {
        var name = data.at("name").requiredText();
        var created = data.at("created_utc").requiredEpoch();
        var isWithdrawn = isWithdrawn();
        mapping.add(SourceEngagement.of(name, "reddit", Direction.INBOUND, kind(), created)
                .with("actor.id", author)
                .with("actor.name", writer)
                .with("object.id", name)
                .with("object.inReplyTo", data.at("parent_id").text())
                .with(
                        "object.conversation",
                        type.equals("t3") ? name : data.at("link_id").text())
                .with("content.text", isWithdrawn ? null : text())
                .forAccount(account(), isWithdrawn ? null : changed(created).toEpochMilli(), isWithdrawn));
    }

    /** The payload does not contain the time of a removal. */
    private boolean isWithdrawn() {
        var text = data.firstOf("body", "selftext").text();
        return text != null && GONE.contains(text)
                || data.at("spam").flag()
                || data.at("removed").flag()
                || data.at("removed_by_category").isPresent();
    }

    /** {@code edited} is false, or the time of the last change. */
    private Instant changed(Instant created) {
        var edited = data.at("edited");
        return edited.isPresent() && !edited.isBoolean() ? edited.requiredEpoch() : created;
    }

    private @Nullable String text() {
        var title = data.at("title").text();
        var text = data.firstOf("body", "selftext").text();
        return title == null ? text : text == null ? title : title + "\n\n" + text;
    }

    private EngagementKind kind() {
        if (type.equals("t4")) {
            return EngagementKind.MESSAGE;
        }
        if (type.equals("t3") || "username_mention".equals(data.at("type").text())) {
            return EngagementKind.MENTION;
        }
        var isOnPost = data.at("parent_id").requiredText().startsWith("t3_");
        return isOnPost ? EngagementKind.COMMENT : EngagementKind.REPLY;
    }

    private String account() {
        var inbox = data.at("dest").text();
        var account = inbox != null ? "u/" + inbox : "r/" + data.at("subreddit").requiredText();
        var known = known(account);
        return known != null ? known : account;
    }

    /** The account of the connection with a name, in whatever case; null for none. */
    private @Nullable String known(String account) {
        return settings.accounts().stream()
                .filter(account::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }
}
