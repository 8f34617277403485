package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.person.state.BrandPartial;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PreviewProgress;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.scoring.topology.brand.BrandTopology;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The second stage, by person: ledgers, scores, and what they add to the brand. Its sources are co-partitioned. */
public final class PersonTopology {

    /** Person → {@link PersonState}. */
    public static final String PERSON_LEDGER = "person-ledger";
    /** When and who: people whose latest state waits to be published. */
    public static final String PERSON_DUE = "person-due";
    /** Brand → {@link BrandPartial}. */
    public static final String BRAND_PARTIAL = "brand-partial";
    /** Brand and day → what waits to be added to the brand's series on it. */
    public static final String BRAND_WAITING = "brand-waiting";
    /** Brand → its day, the same in every task. */
    public static final String BRAND_DAY = "brand-day";

    /** Brand → {@link PreviewProgress}. */
    public static final String PREVIEW_WORK = "preview-work";
    /** Brand → what its people brought that it does not know yet. */
    public static final String BRAND_VALUE = "brand-value";

    private final LargeStoreSupplier large;

    /** The stage, with its large stores where it is told. */
    public PersonTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /** Declares the stage; gives what it has to say. */
    public StageOutputs declare(StreamsBuilder builder, KStream<String, PersonDelta> deltas) {
        addStores(builder);
        var stores = new String[] {PERSON_LEDGER, PERSON_DUE, BRAND_PARTIAL, BRAND_WAITING, BRAND_VALUE, PREVIEW_WORK};
        var changed = deltas.process(PersonDeltaProcessor::new, Named.as("deltas"), stores);
        var described = SourceTopics.stream(builder, Topic.IDENTITY_PERSON, PersonDescribed.class)
                .process(PersonDescriptionProcessor::new, Named.as("people"), stores);
        return new StageOutputs("person", changed.merge(described, Named.as("person-outputs")));
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(PERSON_LEDGER), Serdes.String(), PersonState.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(PERSON_DUE), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_PARTIAL), Serdes.String(), BrandPartial.SERDE.cached())
                .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(BRAND_VALUE, BrandTopology.VALUE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_WAITING),
                        Serdes.String(),
                        BrandTopology.LEDGER.cached())
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PREVIEW_WORK), Serdes.String(), PreviewProgress.SERDE)
                .withCachingEnabled());
        SourceTopics.globalTable(builder, Topic.BRAND_DAY, BrandDayTurned.class, BRAND_DAY);
        ModelLookup.addGlobalStores(builder);
    }
}
