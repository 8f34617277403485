package io.rapport.scoring.topology.handle;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.handle.state.HandleState;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;

/** Creates the events that report the erasure of a handle. */
final class ErasureEvents {

    private static final JsonSerde<ErasureDone> JSON = new JsonSerde<>(ErasureDone.class);

    private ErasureEvents() {}

    /** Returns the event that reports the removal of the ledger. On redelivery it reports that nothing was left. */
    static Record<String, PublicEvent> erasureDone(BrandKey brand, String hash, HandleState before, long timestamp) {
        var removed =
                before.count() == 0 ? Map.<String, Long>of() : Map.of("ledgers", 1L, "engagements", before.count());
        var done = new ErasureDone(
                brand.agency(), brand.brand(), PublicEvent.SOURCE, hash, removed, Instant.ofEpochMilli(timestamp));
        return PublicEvent.stateRecord(
                new PublicEvent(Topic.ERASURE_DONE, JSON.write(done)), done.key(), before.count(), timestamp);
    }
}
