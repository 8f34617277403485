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

    /** The accounts that the text mentions, where X tells their ids. */
    List<XAccount> mentions();

    /** Whether the text also mentions accounts of which X tells the name only. */
    boolean mentionsNames();

    /**
     * Another post.
     *
     * @param id its id; null where X tells only the author, as for a reply to a deleted post
     * @param author its author; null where X does not tell
     */
    record Reference(@Nullable String id, @Nullable XAccount author) {

        boolean isBy(String account) {
            return author != null && author.id().equals(account);
        }
    }
}
