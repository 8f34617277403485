package io.rapport.scoring.topology;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.ValueLedger;
import io.rapport.scoring.domain.ValueLedgerCodec;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The second stage, by person: ledgers, scores, and what they add to the brand. Its sources are co-partitioned. */
final class PersonTopology {

    /** Person → {@link PersonState}. */
    static final String PERSON_LEDGER = "person-ledger";
    /** When and who: people whose latest state waits to be published. */
    static final String PERSON_DUE = "person-due";
    /** Brand → {@link BrandPartial}. */
    static final String BRAND_PARTIAL = "brand-partial";
    /** Brand and day → what waits to be added to the brand's series on it. */
    static final String BRAND_WAITING = "brand-waiting";
    /** Brand → its day, the same in every task. */
    static final String BRAND_DAY = "brand-day";

    /** Brand → the latest request for a preview, the same in every task. */
    static final String PREVIEW_REQUEST = "preview-request";
    /** Brand → {@link PreviewWork}. */
    static final String PREVIEW_WORK = "preview-work";
    /** Brand → what its people brought that it does not know yet. */
    static final String BRAND_VALUE = "brand-value";

    static final BinarySerde<ValueLedger> VALUE = new BinarySerde<>(ValueLedgerCodec::encode, ValueLedgerCodec::decode);

    private final LargeStores large;

    PersonTopology(LargeStores large) {
        this.large = large;
    }

    Outputs declare(StreamsBuilder builder, KStream<String, PersonDelta> deltas) {
        addStores(builder);
        var stores = new String[] {PERSON_LEDGER, PERSON_DUE, BRAND_PARTIAL, BRAND_WAITING, BRAND_VALUE, PREVIEW_WORK};
        var changed = deltas.process(DeltaProcessor::new, Named.as("deltas"), stores);
        var described = HandleTopology.source(builder, Topic.IDENTITY_PERSON, PersonDescribed.class)
                .process(PersonProcessor::new, Named.as("people"), stores);
        return new Outputs("person", changed.merge(described, Named.as("person-outputs")));
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.named(PERSON_LEDGER), Serdes.String(), PersonState.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(PERSON_DUE), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_PARTIAL), Serdes.String(), BrandPartial.SERDE)
                .withCachingEnabled());
        builder.addStateStore(Gathering.store(BRAND_VALUE, VALUE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_WAITING), Serdes.String(), BrandTopology.LEDGER)
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PREVIEW_WORK), Serdes.String(), PreviewWork.SERDE)
                .withCachingEnabled());
        addTable(builder, Topic.BRAND_DAY, BrandDayTurned.class, BRAND_DAY);
        addTable(builder, Topic.PREVIEW_REQUESTED, PreviewRequested.class, PREVIEW_REQUEST);
        Models.declare(builder);
    }

    /** A small topic that every task has whole. */
    static <T> void addTable(StreamsBuilder builder, Topic topic, Class<T> type, String store) {
        builder.globalTable(
                topic.name(),
                Consumed.with(Serdes.String(), new JsonSerde<>(type)).withName(topic.name()),
                Materialized.<String, T>as(Stores.inMemoryKeyValueStore(store))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(type)));
    }
}
