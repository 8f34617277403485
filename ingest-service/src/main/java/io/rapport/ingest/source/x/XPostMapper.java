package io.rapport.ingest.source.x;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps posts from the point of view of one account of a brand.
 *
 * @param account the id of the account
 * @param fallback the kind of an inbound post if its references and mentions do not determine one, from the event type;
 *     null to ignore it
 */
record XPostMapper(String account, @Nullable EngagementKind fallback) {

    static final String CHANNEL = "x";

    /** Maps a post; one that does not concern the account is ignored. */
    void map(XPost post, PayloadMapping mapping) {
        if (post.author().id().equals(account)) {
            mapOwn(post, mapping);
        } else {
            mapForeign(post, mapping);
        }
    }

    private void mapForeign(XPost post, PayloadMapping mapping) {
        var repost = post.repost();
        if (repost != null) {
            add(mapping, post, repost.isBy(account) || fallback == EngagementKind.SHARE ? EngagementKind.SHARE : null);
            return;
        }
        var reply = post.reply();
        var quote = post.quote();
        var isMentioned = post.mentions().stream().anyMatch(each -> each.id().equals(account));
        add(
                mapping,
                post,
                reply != null && reply.isBy(account)
                        ? EngagementKind.REPLY
                        : quote != null && quote.isBy(account)
                                ? EngagementKind.QUOTE
                                : isMentioned ? EngagementKind.MENTION : fallback);
    }

    private void add(PayloadMapping mapping, XPost post, @Nullable EngagementKind kind) {
        if (kind == null) {
            mapping.ignore("post.unrelated");
            return;
        }
        var engagement = begin("post:" + post.firstId(), Direction.INBOUND, kind, post)
                .with("mentions", post.repost() == null ? mentions(post) : null);
        add(mapping, post.author().describe(engagement), post);
    }

    private List<String> mentions(XPost post) {
        return post.mentions().stream()
                .map(XAccount::id)
                .filter(id -> !id.equals(account))
                .toList();
    }

    private void mapOwn(XPost post, PayloadMapping mapping) {
        var id = "post:" + post.firstId();
        var repost = post.repost();
        if (repost != null) {
            addOutbound(mapping, id, EngagementKind.SHARE, repost.author(), post, "post.own.repost");
            return;
        }
        var reply = post.reply();
        if (reply != null && !reply.isBy(account)) {
            addOutbound(mapping, id, EngagementKind.REPLY, reply.author(), post, "post.own.reply");
            return;
        }
        add(mapping, ownPost(id, post), post);
        var quote = post.quote();
        if (quote != null && quote.author() != null && !quote.isBy(account)) {
            var author = quote.author();
            addOutbound(mapping, id + ":quote:" + author.id(), EngagementKind.QUOTE, author, post, "post.own.quote");
        }
        post.mentions().stream()
                .filter(each -> !each.id().equals(account))
                .distinct()
                .forEach(each -> addOutbound(
                        mapping, id + ":mention:" + each.id(), EngagementKind.MENTION, each, post, "post.own.mention"));
    }

    private SourceEngagement ownPost(String id, XPost post) {
        return begin(id, Direction.OUTBOUND, EngagementKind.POST, post)
                .with("actor.id", account)
                .with("staff.id", account);
    }

    private void addOutbound(
            PayloadMapping mapping,
            String id,
            EngagementKind kind,
            @Nullable XAccount recipient,
            XPost post,
            String eventType) {
        if (recipient == null || recipient.id().equals(account)) {
            mapping.ignore(eventType);
            return;
        }
        var engagement = recipient
                .describe(begin(id, Direction.OUTBOUND, kind, post))
                .with("staff.id", account)
                .with("staff.name", post.author().name());
        add(mapping, engagement, post);
    }

    private void add(PayloadMapping mapping, SourceEngagement engagement, XPost post) {
        mapping.add(engagement.forAccount(account, XSnowflake.time(post.id()).orElse(null), false));
    }

    private static SourceEngagement begin(String id, Direction direction, EngagementKind kind, XPost post) {
        var shared = Optional.ofNullable(post.repost()).or(() -> Optional.ofNullable(post.quote()));
        var reply = post.reply();
        return SourceEngagement.of(id, CHANNEL, direction, kind, post.createdAt())
                .with("object.id", post.firstId())
                .with("object.inReplyTo", reply == null ? null : reply.id())
                .with("object.shareOf", shared.map(XPost.Reference::id).orElse(null))
                .with("object.conversation", post.conversation())
                .with("object.url", "https://x.com/i/status/" + post.id())
                .with("content.text", post.repost() == null ? post.text() : null)
                .with("content.language", post.repost() == null ? post.language() : null)
                .with("content.paid", post.isPaid() ? Boolean.TRUE : null);
    }
}
