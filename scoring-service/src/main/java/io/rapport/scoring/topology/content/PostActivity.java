package io.rapport.scoring.topology.content;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * An activity on a message that is, or may turn out to be, a post of the brand, or a reference that may tie people. Its key is
 * agency, brand, channel and message; of other references, that of an event or a handle.
 *
 * @param post the post; null for an engagement with it
 * @param at epoch milliseconds
 * @param day epoch day
 * @param reference what the handle has to do with it; null for a post and for an engagement that ties nobody
 */
public record PostActivity(
        @Nullable BrandPost post,
        long at,
        int day,
        @Nullable MessageReference reference) {

    /** The form in the repartition topic. */
    public static final BinarySerde<PostActivity> SERDE = new BinarySerde<>(PostActivity::toBytes, PostActivity::of);

    private static final int VERSION = 2;

    /** Returns the activities of an engagement: the post it is, or the messages it refers to. */
    public static List<Record<String, PostActivity>> of(Record<String, EngagementReceived> record) {
        var engagement = record.value();
        var day = EpochDays.of(engagement.effectiveDay());
        var at = engagement.occurredAt().toEpochMilli();
        var post = BrandPost.of(engagement);
        var activities = new ArrayList<Record<String, PostActivity>>();
        for (var message : affectedMessages(engagement, post)) {
            var key = engagement.brandKey().key(engagement.channel(), message);
            var answer = post == null ? MessageReference.toAnswered(engagement, message) : null;
            activities.add(new Record<>(key, new PostActivity(post, at, day, answer), record.timestamp()));
        }
        if (engagement.kind() != EngagementKind.POST) {
            for (var each : MessageReference.of(engagement)) {
                activities.add(new Record<>(
                        each.key(), new PostActivity(null, at, day, each.reference()), record.timestamp()));
            }
        }
        return activities;
    }

    /** Returns the message that tells a message or an event that a handle was erased. */
    public static PostActivity ofErased(String handle) {
        return new PostActivity(null, 0, 0, new MessageReference(MessageReference.Role.ERASED, handle, null));
    }

    /** Whether it is a post or an engagement with one. */
    boolean isOfPost() {
        return reference == null || reference.role() == MessageReference.Role.REPLY;
    }

    private static Set<String> affectedMessages(EngagementReceived engagement, @Nullable BrandPost post) {
        var object = engagement.object();
        if (post != null) {
            return Set.of(post.id());
        }
        if (object == null || engagement.direction() != Direction.INBOUND) {
            return Set.of();
        }
        var named = new LinkedHashSet<String>();
        Stream.of(object.inReplyTo(), object.shareOf(), object.conversation())
                .filter(Objects::nonNull)
                .forEach(named::add);
        named.remove(object.id());
        return named;
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        ChannelUptake.write(post, out);
        out.number(at).number(day).flag(reference != null);
        if (reference != null) {
            reference.write(out);
        }
        return out.toBytes();
    }

    private static PostActivity of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var post = ChannelUptake.readPost(in);
            var at = in.int64();
            var day = in.int32();
            return new PostActivity(post, at, day, in.version() > 1 && in.bool() ? MessageReference.read(in) : null);
        });
    }
}
