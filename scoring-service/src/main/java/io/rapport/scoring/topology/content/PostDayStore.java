package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.content.PostDay;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.topology.state.KeyRange;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.Objects;
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

    /** Applies a change of the uptake of a message. */
    void update(String message, PostUptake before, PostUptake after, PostActivity activity) {
        var post = after.post();
        if (post == null) {
            return;
        }
        if (activity.post() != null) {
            updatePost(message, before, after, activity.day());
            return;
        }
        var key = dayKey(message, post, activity.day());
        var known = counts(key, activity.day());
        put(key, activity.takenBack() ? known.minus(post, activity.at()) : known.plus(post, activity.at()));
    }

    private void updatePost(String message, PostUptake before, PostUptake after, int day) {
        var post = Objects.requireNonNull(after.post());
        if (!after.isPosted()) {
            store.delete(postKey(message, post));
        } else if (!before.isPosted()) {
            if (before.post() != null && before.post().at() != post.at()) {
                move(postKey(message, before.post()), postKey(message, post));
            }
            store.put(postKey(message, post), new PostEntry(post, day, null));
            for (var early : before.early()) {
                var key = dayKey(message, post, early.day());
                put(key, counts(key, early.day()).plus(post, early.at()));
            }
        }
    }

    /** A post that comes back with another time keeps the ages of the engagements so far. */
    private void move(String from, String to) {
        KeyRange.deleteBelow(store, from, entry -> store.put(to + entry.key.substring(from.length()), entry.value));
    }

    /** Deletes the days of a post that was withdrawn. */
    void delete(String message, BrandPost post) {
        KeyRange.deleteBelow(store, postKey(message, post), entry -> {});
    }

    private PostDay counts(String key, int day) {
        var known = store.get(key);
        return known == null || known.counts() == null ? PostDay.none(day) : known.counts();
    }

    private void put(String key, PostDay counts) {
        store.put(key, new PostEntry(null, 0, counts));
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

    private static String dayKey(String message, BrandPost post, int day) {
        return postKey(message, post) + StoreKeys.suffix(StoreKeys.number(Math.max(0, day), DAY_DIGITS));
    }
}
