package io.rapport.ingest.source.x;

import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post in the shape of version 2.
 *
 * @param includes the users and posts that the payload includes
 */
record XPostV2(PayloadNode post, XIncludes includes) implements XPost {

    @Override
    public String id() {
        return post.at("id").requiredId();
    }

    @Override
    public String firstId() {
        return post.at("edit_history_tweet_ids").elements().stream()
                .findFirst()
                .map(PayloadNode::requiredId)
                .orElseGet(this::id);
    }

    @Override
    public XAccount author() {
        return includes.account(post.at("author_id").requiredId());
    }

    @Override
    public Instant createdAt() {
        return post.at("created_at").requiredTime();
    }

    @Override
    public @Nullable String text() {
        return post.at("note_tweet", "text").or(post.at("text")).text();
    }

    @Override
    public @Nullable String language() {
        return XLanguages.language(post.at("lang").text());
    }

    @Override
    public @Nullable String conversation() {
        return post.at("conversation_id").id();
    }

    @Override
    public boolean isPaid() {
        return post.at("paid_partnership").flag() || post.at("promoted_metrics").isPresent();
    }

    @Override
    public @Nullable Reference reply() {
        var referenced = referenced("replied_to");
        var author = post.at("in_reply_to_user_id").id();
        if (author != null) {
            return new Reference(referenced == null ? null : referenced.id(), includes.account(author));
        }
        return referenced;
    }

    @Override
    public @Nullable Reference quote() {
        return referenced("quoted");
    }

    @Override
    public @Nullable Reference repost() {
        return referenced("retweeted");
    }

    @Override
    public List<XAccount> mentions() {
        return post.at("entities", "mentions").elements().stream()
                .flatMap(this::mentioned)
                .toList();
    }

    @Override
    public boolean mentionsNames() {
        return post.at("entities", "mentions").elements().stream()
                .anyMatch(mention -> mentioned(mention).findAny().isEmpty());
    }

    private Stream<XAccount> mentioned(PayloadNode mention) {
        var id = mention.at("id").id();
        return id != null
                ? Stream.of(includes.account(id))
                : Optional.ofNullable(mention.at("username").text()).flatMap(includes::accountNamed).stream();
    }

    private @Nullable Reference referenced(String type) {
        return post.at("referenced_tweets").elements().stream()
                .filter(reference -> type.equals(reference.at("type").requiredText()))
                .map(reference -> reference.at("id").requiredId())
                .map(id -> new Reference(id, includes.authorOf(id).orElse(null)))
                .findFirst()
                .orElse(null);
    }
}
