package io.rapport.scoring.topology.person;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.scoring.topology.brand.BrandTopology;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.stage.Gathering;
import io.rapport.scoring.topology.stage.Outputs;
import io.rapport.scoring.topology.stage.Sources;
import io.rapport.scoring.topology.state.LargeStores;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The second stage, by person: ledgers, scores, and what they add to the brand. Its sources are co-partitioned. */
public final class PersonTopology {

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

    /** Brand → {@link PreviewWork}. */
    static final String PREVIEW_WORK = "preview-work";
    /** Brand → what its people brought that it does not know yet. */
    static final String BRAND_VALUE = "brand-value";

    private final LargeStores large;

    /** The stage, with its large stores where it is told. */
    public PersonTopology(LargeStores large) {
        this.large = large;
    }

    /** Declares the stage; gives what it has to say. */
    public Outputs declare(StreamsBuilder builder, KStream<String, PersonDelta> deltas) {
        addStores(builder);
        var stores = new String[] {PERSON_LEDGER, PERSON_DUE, BRAND_PARTIAL, BRAND_WAITING, BRAND_VALUE, PREVIEW_WORK};
        var changed = deltas.process(DeltaProcessor::new, Named.as("deltas"), stores);
        var described = Sources.stream(builder, Topic.IDENTITY_PERSON, PersonDescribed.class)
                .process(PersonProcessor::new, Named.as("people"), stores);
        return new Outputs("person", changed.merge(described, Named.as("person-outputs")));
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.named(PERSON_LEDGER), Serdes.String(), PersonState.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(PERSON_DUE), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_PARTIAL), Serdes.String(), BrandPartial.SERDE.remembering())
                .withCachingEnabled());
        builder.addStateStore(Gathering.store(BRAND_VALUE, BrandTopology.VALUE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_WAITING),
                        Serdes.String(),
                        BrandTopology.LEDGER.remembering())
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PREVIEW_WORK), Serdes.String(), PreviewWork.SERDE)
                .withCachingEnabled());
        Sources.table(builder, Topic.BRAND_DAY, BrandDayTurned.class, BRAND_DAY);
        Models.declare(builder);
    }
}
