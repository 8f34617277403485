package io.rapport.scoring.topology.content;

import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.content.PostResonance;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.domain.content.PostUptake.EarlyEngagement;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The engagement with the posts of one channel.
 *
 * @param sequence of the latest published state; 0 in a change
 * @param posts by id
 */
record ChannelUptake(long sequence, SortedMap<String, PostUptake> posts) {

    static final ChannelUptake EMPTY = new ChannelUptake(0, new TreeMap<>());
    static final BinarySerde<ChannelUptake> SERDE = new BinarySerde<>(ChannelUptake::toBytes, ChannelUptake::of);
    static final BinarySerde<StoredUptake> KEPT = new BinarySerde<>(ChannelUptake::toBytes, ChannelUptake::keptOf);

    private static final int VERSION = 3;
    private static final int FIRST_VERSION_WITH_CLAIMS = 2;
    private static final int FIRST_VERSION_WITH_EARLY_DAYS = 3;
    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    /**
     * The stored engagement with one message.
     *
     * @param uptake the engagement
     * @param changedAt wall-clock milliseconds
     */
    record StoredUptake(PostUptake uptake, long changedAt) {}

    /** Returns the change of one post. */
    static ChannelUptake of(BrandPost post, PostUptake uptake) {
        return new ChannelUptake(0, new TreeMap<>(Map.of(post.id(), uptake)));
    }

    /** Adds the newer state of some posts, also of withdrawn ones, and drops posts that are too old. */
    ChannelUptake merge(ChannelUptake newer) {
        var all = new TreeMap<>(posts);
        all.putAll(newer.posts);
        if (all.size() > PostResonance.POSTS_KEPT) {
            var latest = PostResonance.mostRecent(all.values());
            all.values().removeIf(uptake -> !latest.contains(uptake));
        }
        return new ChannelUptake(sequence, all);
    }

    /** Drops withdrawn posts. */
    ChannelUptake withoutWithdrawn() {
        var posted = new TreeMap<>(posts);
        posted.values().removeIf(uptake -> !uptake.isPosted());
        return new ChannelUptake(sequence, posted);
    }

    /** The latest epoch day of the events; {@link EpochDays#NONE} without posts. */
    int lastDay() {
        return posts.values().stream().mapToInt(PostUptake::lastDay).max().orElse(EpochDays.NONE);
    }

    ChannelUptake nextSequence() {
        return new ChannelUptake(sequence + 1, posts);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION).number(sequence).number(posts.size());
        posts.values().forEach(uptake -> write(uptake, out));
        return out.toBytes();
    }

    private static ChannelUptake of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var sequence = in.int64();
            var posts = new TreeMap<String, PostUptake>();
            for (var left = in.int32(); left > 0; left--) {
                var uptake = readUptake(in);
                var post = uptake.post();
                if (post != null) {
                    posts.put(post.id(), uptake);
                }
            }
            return new ChannelUptake(sequence, posts);
        });
    }

    private static byte[] toBytes(StoredUptake kept) {
        var out = new BinaryWriter(VERSION).number(kept.changedAt);
        write(kept.uptake, out);
        return out.toBytes();
    }

    private static StoredUptake keptOf(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var changedAt = in.int64();
            return new StoredUptake(readUptake(in), changedAt);
        });
    }

    private static void write(PostUptake uptake, BinaryWriter out) {
        write(uptake.post(), out);
        out.number(uptake.lastAt()).number(uptake.lastDay());
        write(uptake.byAge(), out);
        out.number(uptake.early().size());
        uptake.early().forEach(early -> out.number(early.at()).number(early.day()));
        out.number(uptake.claims());
    }

    private static PostUptake readUptake(BinaryReader in) {
        var post = readPost(in);
        var lastAt = in.int64();
        var lastDay = in.int32();
        var byAge = readNumbers(in);
        var early = readEarly(in);
        return new PostUptake(post, readClaims(in, post), byAge, early, lastAt, lastDay);
    }

    private static long readClaims(BinaryReader in, @Nullable BrandPost post) {
        if (in.version() < FIRST_VERSION_WITH_CLAIMS) {
            return post == null ? 0 : 1;
        }
        return in.int64();
    }

    static void write(@Nullable BrandPost post, BinaryWriter out) {
        out.flag(post != null);
        if (post != null) {
            out.text(post.id()).text(post.url()).number(post.at()).flag(post.promotional());
            out.number(post.topics().size());
            post.topics().forEach(out::text);
        }
    }

    static @Nullable BrandPost readPost(BinaryReader in) {
        if (!in.bool()) {
            return null;
        }
        var id = String.valueOf(in.text());
        var url = in.text();
        var at = in.int64();
        var promotional = in.bool();
        var topics = new ArrayList<String>();
        for (var left = in.int32(); left > 0; left--) {
            topics.add(String.valueOf(in.text()));
        }
        return new BrandPost(id, url, at, List.copyOf(topics), promotional);
    }

    static void write(List<Long> numbers, BinaryWriter out) {
        out.number(numbers.size());
        numbers.forEach(out::number);
    }

    static List<Long> readNumbers(BinaryReader in) {
        var numbers = new ArrayList<Long>();
        for (var left = in.int32(); left > 0; left--) {
            numbers.add(in.int64());
        }
        return numbers;
    }

    /** Earlier versions had no days: those of UTC, for the week that such an engagement waits for its post. */
    private static List<EarlyEngagement> readEarly(BinaryReader in) {
        var early = new ArrayList<EarlyEngagement>();
        for (var left = in.int32(); left > 0; left--) {
            var at = in.int64();
            early.add(new EarlyEngagement(
                    at,
                    in.version() < FIRST_VERSION_WITH_EARLY_DAYS
                            ? Math.toIntExact(Math.floorDiv(at, MILLIS_PER_DAY))
                            : in.int32()));
        }
        return early;
    }
}
