package io.rapport.scoring.topology;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.ScoringModel;
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

    /** Brand → what its people brought that it does not know yet. */
    static final String BRAND_VALUE = "brand-value";

    static final BinarySerde<ValueLedger> VALUE = new BinarySerde<>(ValueLedgerCodec::encode, ValueLedgerCodec::decode);

    private final ScoringModel model;
    private final LargeStores large;

    PersonTopology(ScoringModel model, LargeStores large) {
        this.model = model;
        this.large = large;
    }

    Outputs declare(StreamsBuilder builder, KStream<String, PersonDelta> deltas) {
        addStores(builder);
        var stores = new String[] {PERSON_LEDGER, PERSON_DUE, BRAND_PARTIAL, BRAND_WAITING, BRAND_VALUE};
        var changed = deltas.process(() -> new DeltaProcessor(model), Named.as("deltas"), stores);
        var described = HandleTopology.source(builder, Topic.IDENTITY_PERSON, PersonDescribed.class)
                .process(() -> new PersonProcessor(model), Named.as("people"), stores);
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
        builder.globalTable(
                Topic.BRAND_DAY.name(),
                Consumed.with(Serdes.String(), new JsonSerde<>(BrandDayTurned.class))
                        .withName(Topic.BRAND_DAY.name()),
                Materialized.<String, BrandDayTurned>as(Stores.inMemoryKeyValueStore(BRAND_DAY))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new JsonSerde<>(BrandDayTurned.class)));
    }
}
