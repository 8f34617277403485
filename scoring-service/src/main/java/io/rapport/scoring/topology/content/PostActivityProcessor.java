package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.topology.content.ChannelUptake.StoredUptake;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.state.StoreKeys;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts engagements with messages. A message that does not turn out to be a post within a week is forgotten, and a post
 * when nothing came of it for two months.
 */
final class PostActivityProcessor implements Processor<String, PostActivity, String, Object> {

    private static final long UNKNOWN_KEPT = Duration.ofDays(7).toMillis();
    private static final long POSTS_KEPT = Duration.ofDays(60).toMillis();
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);
    private static final int SWEPT_AT_ONCE = 1000;

    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, StoredUptake> messages;
    private ThrottledBuffer<ChannelUptake> channels;
    private String sweptTo = "";

    @SuppressWarnings("NullAway.Init")
    PostActivityProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.messages = context.getStateStore(ContentTopology.POST_UPTAKE);
        this.channels = new ThrottledBuffer<>(context, ContentTopology.CHANNEL_CHANGES, ChannelUptake::merge);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> channels.sendDue(now, context::forward));
        WallClockSchedule.schedule(BETWEEN_SWEEPS, context, this::deleteExpired);
    }

    @Override
    public void process(Record<String, PostActivity> record) {
        var turn = record.value();
        var kept = messages.get(record.key());
        var before = kept == null ? PostUptake.EMPTY : kept.uptake();
        var after = turn.post() == null ? before.withEngagement(turn.at(), turn.day()) : before.withPost(turn.post(), turn.day());
        messages.put(record.key(), new StoredUptake(after, context.currentSystemTimeMs()));
        if (after.post() != null) {
            channels.add(channelOf(record.key()), ChannelUptake.of(after.post(), after));
        }
    }

    /** Goes through the store a little at a time, over and over. */
    private void deleteExpired(long now) {
        var old = new ArrayList<String>();
        var left = SWEPT_AT_ONCE;
        try (var rest = messages.range(sweptTo, null)) {
            for (; rest.hasNext() && left > 0; left--) {
                var message = rest.next();
                sweptTo = StoreKeys.successor(message.key);
                if (isExpired(message.value, now)) {
                    old.add(message.key);
                }
            }
            sweptTo = rest.hasNext() ? sweptTo : "";
        }
        old.forEach(messages::delete);
    }

    private static boolean isExpired(StoredUptake message, long now) {
        var kept = message.uptake().post() == null ? UNKNOWN_KEPT : POSTS_KEPT;
        return now - message.changedAt() > kept;
    }

    private static String channelOf(String message) {
        return message.substring(0, message.lastIndexOf(TopicKeys.SEPARATOR));
    }
}
