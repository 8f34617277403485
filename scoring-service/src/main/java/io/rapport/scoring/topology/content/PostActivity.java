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
 * An activity on a message that is, or may turn out to be, a post of the brand. Its key is agency, brand, channel and message.
 *
 * @param post the post; null for an engagement with it
 * @param at epoch milliseconds
 * @param day epoch day
 * @param takenBack whether an earlier activity is taken back
 */
public record PostActivity(@Nullable BrandPost post, long at, int day, boolean takenBack) {

    /** The form in the repartition topic. */
    public static final BinarySerde<PostActivity> SERDE = new BinarySerde<>(PostActivity::toBytes, PostActivity::of);

    private static final int VERSION = 2;
    private static final int FIRST_VERSION_WITH_TAKEN_BACK = 2;

    /** Returns the activity of an engagement. */
    public static PostActivity of(EngagementReceived engagement) {
        return new PostActivity(
                BrandPost.of(engagement),
                engagement.occurredAt().toEpochMilli(),
                EpochDays.of(engagement.effectiveDay()),
                false);
    }

    /** Returns the messages an engagement is an activity on: the post it is, or the messages it refers to. */
    public static List<String> messages(EngagementReceived engagement) {
        return List.copyOf(affectedMessages(engagement, BrandPost.of(engagement)));
    }

    /** Returns the change that takes this activity back. */
    public PostActivity negated() {
        return new PostActivity(post, at, day, true);
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
        return out.number(at).number(day).flag(takenBack).toBytes();
    }

    private static PostActivity of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PostActivity(
                        ChannelUptake.readPost(in),
                        in.int64(),
                        in.int32(),
                        in.version() >= FIRST_VERSION_WITH_TAKEN_BACK && in.bool()));
    }
}
