package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.content.PostDay;
import io.rapport.scoring.topology.state.StoreKeys;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The engagements with posts by day, kept for good. Keys begin with the channel and the time of the post, so that the latest
 * posts of a channel up to a time are found by one range; the entry of a post is followed by those of its days.
 */
final class PostDayStore {

    private static final int DAY_DIGITS = 6;

    private final KeyValueStore<String, PostEntry> store;

    PostDayStore(KeyValueStore<String, PostEntry> store) {
        this.store = store;
    }

    /** Stores a post without days. */
    void put(String message, BrandPost post, int day) {
        store.put(postKey(message, post), new PostEntry(post, day, null));
    }

    /** Adds an engagement to its day. */
    void add(String message, BrandPost post, long at, int day) {
        var key = postKey(message, post) + StoreKeys.suffix(digits(day));
        var known = store.get(key);
        var before = known == null || known.counts() == null ? PostDay.none(day) : known.counts();
        store.put(key, new PostEntry(null, 0, before.plus(post, at)));
    }

    /** Returns the first key after the posts of a channel that were published before a time. */
    static String endKey(String channel, long before) {
        return StoreKeys.prefixOf(channel) + StoreKeys.time(Math.max(0, before));
    }

    /** Returns the key of the post that an entry of a day belongs to. */
    static String postKeyOf(String dayKey) {
        return dayKey.substring(0, dayKey.lastIndexOf(TopicKeys.SEPARATOR));
    }

    private static String postKey(String message, BrandPost post) {
        var end = message.lastIndexOf(TopicKeys.SEPARATOR);
        return endKey(message.substring(0, end), post.at()) + message.substring(end);
    }

    private static String digits(int day) {
        var digits = Integer.toString(Math.max(0, day));
        return "0".repeat(DAY_DIGITS - digits.length()) + digits;
    }
}
