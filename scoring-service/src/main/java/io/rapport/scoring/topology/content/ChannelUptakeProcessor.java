package io.rapport.scoring.topology.content;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.content.PostResonance;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the latest posts of each channel and publishes the engagement with them, at most once a second. */
final class ChannelUptakeProcessor implements Processor<String, ChannelUptake, String, PublicEvent> {

    private static final JsonSerde<ContentMeasured> JSON = new JsonSerde<>(ContentMeasured.class);

    private ProcessorContext<String, PublicEvent> context;
    private KeyValueStore<String, ChannelUptake> channels;
    private ThrottledBuffer<ChannelUptake> pending;

    @SuppressWarnings("NullAway.Init")
    ChannelUptakeProcessor() {}

    @Override
    public void init(ProcessorContext<String, PublicEvent> context) {
        this.context = context;
        this.channels = context.getStateStore(ContentStores.CHANNEL_UPTAKE);
        this.pending = new ThrottledBuffer<>(context, ContentStores.CHANNEL_PENDING, ChannelUptake::merge);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> pending.sendDue(now, this::publish));
    }

    @Override
    public void process(Record<String, ChannelUptake> record) {
        pending.add(record.key(), record.value());
    }

    private void publish(Record<String, ChannelUptake> due) {
        var known = channels.get(due.key());
        var before = known == null ? ChannelUptake.EMPTY : known;
        var after = before.merge(due.value()).withoutWithdrawn().nextSequence();
        channels.put(due.key(), after);
        // Without posts the channel is as of the day of the change.
        var day = after.posts().isEmpty() ? due.value().lastDay() : after.lastDay();
        var event = new PublicEvent(Topic.CONTENT_CURRENT, JSON.write(event(due.key(), after, day)));
        context.forward(PublicEvent.stateRecord(event, due.key(), after.sequence(), due.timestamp()));
    }

    private static ContentMeasured event(String key, ChannelUptake channel, int day) {
        var parts = TopicKeys.split(key);
        return new ContentMeasured(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                EpochDays.toDate(day),
                channel.sequence(),
                PostResonance.of(channel.posts().values()));
    }
}
