package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.topology.content.ChannelUptake.StoredUptake;
import io.rapport.scoring.topology.support.ExpirySchedule;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.time.Duration;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts engagements with messages, in total and by day. A message that is not posted by the brand, or whose post is withdrawn, is
 * deleted after a week; posts and their days are kept for good.
 */
final class PostActivityProcessor implements Processor<String, PostActivity, String, ChannelUptake> {

    private static final long UNKNOWN_RETENTION = Duration.ofDays(7).toMillis();

    private ProcessorContext<String, ChannelUptake> context;
    private KeyValueStore<String, StoredUptake> messages;
    private PostDayStore days;
    private ThrottledBuffer<ChannelUptake> channels;

    @SuppressWarnings("NullAway.Init")
    PostActivityProcessor() {}

    @Override
    public void init(ProcessorContext<String, ChannelUptake> context) {
        this.context = context;
        this.messages = context.getStateStore(ContentStores.POST_UPTAKE);
        this.days = new PostDayStore(context.getStateStore(ContentStores.POST_DAY));
        this.channels = new ThrottledBuffer<>(context, ContentStores.CHANNEL_CHANGES, ChannelUptake::merge);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> channels.sendDue(now, context::forward));
        ExpirySchedule.schedule(context, messages, PostActivityProcessor::isExpired, this::deleteDays);
    }

    @Override
    public void process(Record<String, PostActivity> record) {
        var activity = record.value();
        if (activity.reference() != null) {
            return;
        }
        var kept = messages.get(record.key());
        var before = kept == null ? PostUptake.EMPTY : kept.uptake();
        var after = activity.takenBack() ? without(before, activity) : with(before, activity);
        if (kept != null || !activity.takenBack()) {
            messages.put(record.key(), new StoredUptake(after, context.currentSystemTimeMs()));
        }
        days.update(record.key(), before, after, activity);
        if (after.post() != null) {
            channels.add(channelOf(record.key()), ChannelUptake.of(after.post(), after));
        }
    }

    private static PostUptake with(PostUptake before, PostActivity activity) {
        return activity.post() == null
                ? before.withEngagement(activity.at(), activity.day())
                : before.withPost(activity.post(), activity.day());
    }

    /** The channel may still have a post that was deleted here. */
    private static PostUptake without(PostUptake before, PostActivity activity) {
        if (activity.post() == null) {
            return before.withoutEngagement(activity.at(), activity.day());
        }
        return before.post() == null ? PostUptake.withdrawn(activity.post(), activity.day()) : before.withoutPost();
    }

    private void deleteDays(KeyValue<String, StoredUptake> message) {
        var post = message.value.uptake().post();
        if (post != null) {
            days.delete(message.key, post);
        }
    }

    private static boolean isExpired(String key, StoredUptake message, long now) {
        return !message.uptake().isPosted() && now - message.changedAt() > UNKNOWN_RETENTION;
    }

    private static String channelOf(String message) {
        return message.substring(0, message.lastIndexOf(TopicKeys.SEPARATOR));
    }
}
