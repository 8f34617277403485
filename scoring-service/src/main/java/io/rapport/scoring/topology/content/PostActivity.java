package io.rapport.scoring.topology.content;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An activity on a message that is, or may turn out to be, a post of the brand, or a reference that may tie people. Its key is
 * agency, brand, channel and message; of other references, that of an event or a handle.
 *
 * @param post the post; null for an engagement with it
 * @param at epoch milliseconds; 0 for a reference
 * @param day epoch day
 * @param takenBack whether an earlier activity is taken back
 * @param reference what a handle has to do with a message or an event; null for an activity on a post
 */
public record PostActivity(
        @Nullable BrandPost post,
        long at,
        int day,
        boolean takenBack,
        @Nullable MessageReference reference) {

    /** The form in the repartition topic. */
    public static final BinarySerde<PostActivity> SERDE = new BinarySerde<>(PostActivity::toBytes, PostActivity::of);

    private static final int VERSION = 3;
    private static final int FIRST_VERSION_WITH_TAKEN_BACK = 2;
    private static final int FIRST_VERSION_WITH_REFERENCE = 3;

    /** Returns the activity of an engagement. */
    public static PostActivity of(EngagementReceived engagement) {
        return new PostActivity(
                BrandPost.of(engagement),
                engagement.occurredAt().toEpochMilli(),
                EpochDays.of(engagement.effectiveDay()),
                false,
                null);
    }

    /** Returns the activity that adds a reference of an epoch day. */
    public static PostActivity of(MessageReference reference, int day) {
        return new PostActivity(null, 0, day, false, reference);
    }

    /** Returns the activity that removes an erased handle from a message or an event. */
    public static PostActivity ofErased(String handle) {
        return of(new MessageReference(MessageReference.Role.ERASED, handle, null), 0);
    }

    /** Returns the change that takes this activity back. */
    public PostActivity negated() {
        return new PostActivity(post, at, day, true, reference);
    }

    /** Returns the messages an engagement is an activity on: the post it is, or the messages it refers to. */
    public static List<String> messages(EngagementReceived engagement) {
        return List.copyOf(affectedMessages(engagement, BrandPost.of(engagement)));
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
        out.number(at).number(day).flag(takenBack).flag(reference != null);
        if (reference != null) {
            reference.write(out);
        }
        return out.toBytes();
    }

    private static PostActivity of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PostActivity(
                        ChannelUptake.readPost(in),
                        in.int64(),
                        in.int32(),
                        in.version() >= FIRST_VERSION_WITH_TAKEN_BACK && in.bool(),
                        in.version() >= FIRST_VERSION_WITH_REFERENCE && in.bool() ? MessageReference.read(in) : null));
    }
}
