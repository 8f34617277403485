package io.rapport.scoring.topology.handle.text;

import io.rapport.scoring.topology.handle.HandleTopology;
import io.rapport.scoring.topology.handle.state.SeenEngagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.sentiment.PolarityRemembered;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.state.StoreKeys;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * What people said of texts, for the next time the same words come. Only what was said before a text was received counts
 * for it, so that a replay judges as the first time did.
 */
public final class RememberedPolarities {

    private static final JsonSerde<PolarityRemembered> JSON = new JsonSerde<>(PolarityRemembered.class);

    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<PolarityRemembered>> store;

    RememberedPolarities(ProcessorContext<String, Object> context) {
        this.store = context.getStateStore(HandleTopology.REMEMBERED_WORDS);
    }

    /** The last that was said of these words before then; null when nobody had said anything. */
    @Nullable
    Double findBefore(Instant received, BrandKey brand, long words) {
        var from = key(brand, words, 0);
        var to = key(brand, words, received.toEpochMilli() - 1);
        try (var said = store.reverseRange(from, to)) {
            return said.hasNext() ? Double.valueOf(said.next().value.value().polarity()) : null;
        }
    }

    /** What is to be remembered of a correction. */
    public static Record<String, Object> toRecord(BrandKey brand, long words, SeenEngagement.AppliedCorrection said, long timestamp) {
        var remembered = new PolarityRemembered(
                brand.agency(), brand.brand(), TextFingerprint.toHex(words), said.polarity(), Instant.ofEpochMilli(said.at()));
        return PublicEvent.stateRecord(
                new PublicEvent(Topic.SENTIMENT_REMEMBERED, JSON.write(remembered)),
                key(brand, words, said.at()),
                said.version(),
                timestamp);
    }

    private static String key(BrandKey brand, long words, long at) {
        return brand.key(TextFingerprint.toHex(words), StoreKeys.time(Math.max(0, at)));
    }
}
