package io.rapport.ingest.source.x;

import io.rapport.ingest.source.payload.PayloadNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post in the shape of version 1.1. */
record XPostV1(PayloadNode post) implements XPost {

    @Override
    public String id() {
        return post.firstOf("id_str", "id").requiredId();
    }

    @Override
    public String firstId() {
        var versions = post.at("edit_history", "initial_tweet_id");
        return versions.isPresent() ? versions.requiredId() : id();
    }

    @Override
    public XAccount author() {
        return XAccount.ofV1(post.at("user").requireObject());
    }

    @Override
    public Instant createdAt() {
        return post.at("created_at").requiredTime();
    }

    @Override
    public @Nullable String text() {
        return post.at("extended_tweet", "full_text")
                .or(post.firstOf("full_text", "text"))
                .text();
    }

    @Override
    public @Nullable String language() {
        return XLanguages.language(post.at("lang").text());
    }

    @Override
    public @Nullable String conversation() {
        return post.firstOf("conversation_id_str", "conversation_id").id();
    }

    @Override
    public boolean isPaid() {
        var followers = post.at("scopes", "followers");
        return post.at("scopes", "paid_partnership").flag() || followers.isPresent() && !followers.flag();
    }

    @Override
    public @Nullable Reference reply() {
        var author =
                post.firstOf("in_reply_to_user_id_str", "in_reply_to_user_id").id();
        var id = post.firstOf("in_reply_to_status_id_str", "in_reply_to_status_id")
                .id();
        return author == null && id == null
                ? null
                : new Reference(
                        id,
                        author == null
                                ? null
                                : new XAccount(
                                        author,
                                        post.at("in_reply_to_screen_name").text(),
                                        post.at("in_reply_to_user")));
    }

    @Override
    public @Nullable Reference quote() {
        var quoted = post.at("quoted_status");
        if (quoted.isPresent()) {
            return reference(quoted);
        }
        var id = post.firstOf("quoted_status_id_str", "quoted_status_id").id();
        return id == null ? null : new Reference(id, null);
    }

    @Override
    public @Nullable Reference repost() {
        var original = post.at("retweeted_status");
        return original.isPresent() ? reference(original) : null;
    }

    @Override
    public List<XAccount> mentions() {
        return post.at("entities", "user_mentions").elements().stream()
                .map(XAccount::ofV1)
                .toList();
    }

    @Override
    public boolean mentionsNames() {
        return false;
    }

    private static Reference reference(PayloadNode post) {
        var other = new XPostV1(post.requireObject());
        return new Reference(other.id(), other.author());
    }
}
