package io.rapport.ingest.source.x;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post, read from one of the two shapes that X has for it. */
interface XPost {

    /** The id of this version. */
    String id();

    /** The id of the first version: the same after an edit. */
    String firstId();

    XAccount author();

    Instant createdAt();

    @Nullable
    String text();

    @Nullable
    String language();

    @Nullable
    String conversation();

    /** Whether it is a paid partnership, or promoted as an advertisement. */
    boolean isPaid();

    /** The post that this one replies to; null if it is no reply. */
    @Nullable
    Reference reply();

    /** The post that this one quotes. */
    @Nullable
    Reference quote();

    /** The post that this one repeats. */
    @Nullable
    Reference repost();

    /** The accounts that the text mentions, whose ids the payload contains. */
    List<XAccount> mentions();

    /** Whether the text also mentions accounts of which the payload contains only the name. */
    boolean mentionsNames();

    /**
     * Another post.
     *
     * @param id its id; null if the payload contains only the author, as for a reply to a deleted post
     * @param author its author; null if the payload does not contain it
     */
    record Reference(@Nullable String id, @Nullable XAccount author) {

        boolean isBy(String account) {
            return author != null && author.id().equals(account);
        }
    }
}
