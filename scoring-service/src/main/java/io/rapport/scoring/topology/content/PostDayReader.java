package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.content.PostDay;
import io.rapport.scoring.domain.content.PostResonance;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the latest posts of a channel up to a day, each with the engagements up to the day. */
public final class PostDayReader {

    /** Name of the store. */
    public static final String STORE = ContentStores.POST_DAY;

    private final ReadOnlyKeyValueStore<String, PostEntry> store;

    /** Reads from a store of this name. */
    public PostDayReader(ReadOnlyKeyValueStore<String, PostEntry> store) {
        this.store = store;
    }

    /** Returns the first channel with posts between two keys; null if there is none. */
    public @Nullable String firstChannel(String from, String to) {
        try (var range = store.range(from, to)) {
            return range.hasNext() ? TopicKeys.split(range.next().key).get(2) : null;
        }
    }

    /**
     * Returns the latest posts of a channel up to a day, at most {@link PostResonance#POSTS_KEPT}.
     *
     * @param channel agency, brand and channel
     * @param day epoch day
     * @param before posts are published before this time, in epoch milliseconds
     */
    public List<PostUptake> latest(String channel, int day, long before) {
        var posts = new ArrayList<PostUptake>();
        Map<String, List<PostDay>> days = new HashMap<>();
        // Backwards, the entries of a post's days come before that of the post.
        try (var range = store.reverseRange(StoreKeys.prefixOf(channel), PostDayStore.endKey(channel, before))) {
            while (range.hasNext() && posts.size() < PostResonance.POSTS_KEPT) {
                var next = range.next();
                var counts = next.value.counts();
                var post = next.value.post();
                if (counts != null && counts.day() <= day) {
                    days.computeIfAbsent(PostDayStore.postKeyOf(next.key), key -> new ArrayList<>())
                            .add(counts);
                } else if (post != null && next.value.postDay() <= day) {
                    posts.add(PostUptake.of(post, next.value.postDay(), days.getOrDefault(next.key, List.of())));
                }
            }
        }
        return posts;
    }
}
