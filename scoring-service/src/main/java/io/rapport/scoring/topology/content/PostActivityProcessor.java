package io.rapport.scoring.topology.content;

import io.rapport.contracts.TopicKeys;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.topology.content.ChannelUptake.StoredUptake;
import io.rapport.scoring.topology.state.StoreKeys;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts engagements with messages, in total and by day. A message that is not posted by the brand within a week is deleted;
 * posts and their days are kept for good.
 */
final class PostActivityProcessor implements Processor<String, PostActivity, String, ChannelUptake> {

    private static final long UNKNOWN_RETENTION = Duration.ofDays(7).toMillis();
    private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(10);
    private static final int EXPIRY_BATCH_SIZE = 1000;

    private ProcessorContext<String, ChannelUptake> context;
    private KeyValueStore<String, StoredUptake> messages;
    private PostDayStore days;
    private ThrottledBuffer<ChannelUptake> channels;
    private String expiryCursor = "";

    @SuppressWarnings("NullAway.Init")
    PostActivityProcessor() {}

    @Override
    public void init(ProcessorContext<String, ChannelUptake> context) {
        this.context = context;
        this.messages = context.getStateStore(ContentStores.POST_UPTAKE);
        this.days = new PostDayStore(context.getStateStore(ContentStores.POST_DAY));
        this.channels = new ThrottledBuffer<>(context, ContentStores.CHANNEL_CHANGES, ChannelUptake::merge);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> channels.sendDue(now, context::forward));
        WallClockSchedule.schedule(EXPIRY_INTERVAL, context, this::deleteExpired);
    }

    @Override
    public void process(Record<String, PostActivity> record) {
        var activity = record.value();
        if (!activity.isOfPost()) {
            return;
        }
        var kept = messages.get(record.key());
        var before = kept == null ? PostUptake.EMPTY : kept.uptake();
        var after = activity.post() == null
                ? before.withEngagement(activity.at(), activity.day())
                : before.withPost(activity.post(), activity.day());
        messages.put(record.key(), new StoredUptake(after, context.currentSystemTimeMs()));
        if (after.post() != null) {
            addToDays(record.key(), after.post(), before, activity);
            channels.add(channelOf(record.key()), ChannelUptake.of(after.post(), after));
        }
    }

    private void addToDays(String message, BrandPost post, PostUptake before, PostActivity activity) {
        if (activity.post() == null) {
            days.add(message, post, activity.at(), activity.day());
        } else if (before.post() == null) {
            days.put(message, post, activity.day());
            before.early().forEach(early -> days.add(message, post, early.at(), early.day()));
        }
    }

    /** Scans the store in batches, from the start again after its end. */
    private void deleteExpired(long now) {
        var expired = new ArrayList<String>();
        var left = EXPIRY_BATCH_SIZE;
        try (var rest = messages.range(expiryCursor, null)) {
            for (; rest.hasNext() && left > 0; left--) {
                var message = rest.next();
                expiryCursor = StoreKeys.successor(message.key);
                if (isExpired(message.value, now)) {
                    expired.add(message.key);
                }
            }
            expiryCursor = rest.hasNext() ? expiryCursor : "";
        }
        expired.forEach(messages::delete);
    }

    private static boolean isExpired(StoredUptake message, long now) {
        return message.uptake().post() == null && now - message.changedAt() > UNKNOWN_RETENTION;
    }

    private static String channelOf(String message) {
        return message.substring(0, message.lastIndexOf(TopicKeys.SEPARATOR));
    }
}
