package io.rapport.scoring.topology.handle.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.sentiment.PolarityRemembered;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.state.StoreKeys;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Polarities that users assigned to texts, for later engagements with an equal text. Only corrections made before an
 * engagement was received apply to it, so that a replay gives the same result.
 */
public final class RememberedPolarities {

    private static final JsonSerde<PolarityRemembered> JSON = new JsonSerde<>(PolarityRemembered.class);

    private final ReadOnlyKeyValueStore<String, PolarityRemembered> store;

    RememberedPolarities(ProcessorContext<?, ?> context) {
        this.store = context.getStateStore(HandleStores.REMEMBERED_WORDS);
    }

    /** Returns the latest polarity of a text before a time; null when there is none. */
    @Nullable
    Double findBefore(Instant received, BrandKey brand, long words) {
        var from = key(brand, words, 0);
        var to = key(brand, words, received.toEpochMilli() - 1);
        try (var newestFirst = store.reverseRange(from, to)) {
            return newestFirst.hasNext()
                    ? Double.valueOf(newestFirst.next().value.polarity())
                    : null;
        }
    }

    /** Returns the record that remembers a correction. */
    public static Record<String, PublicEvent> toRecord(
            BrandKey brand, long words, SeenEngagement.AppliedCorrection correction, long timestamp) {
        var remembered = new PolarityRemembered(
                brand.agency(),
                brand.brand(),
                TextFingerprint.toHex(words),
                correction.polarity(),
                Instant.ofEpochMilli(correction.at()));
        return PublicEvent.stateRecord(
                new PublicEvent(Topic.SENTIMENT_REMEMBERED, JSON.write(remembered)),
                key(brand, words, correction.at()),
                correction.version(),
                timestamp);
    }

    private static String key(BrandKey brand, long words, long at) {
        return brand.key(TextFingerprint.toHex(words), StoreKeys.time(Math.max(0, at)));
    }
}
