package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.topology.brand.state.BrandSerdes;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the person stage. Their names must not change: the changelog topics contain them. */
public final class PersonStores {

    /** Person → {@link PersonState}. */
    public static final String PERSON_LEDGER = "person-ledger";
    /** Time and person → a marker: people whose latest state is due to be published. */
    public static final String PERSON_DUE = "person-due";
    /** Brand → {@link BrandPartial}. */
    public static final String BRAND_PARTIAL = "brand-partial";
    /** Brand and day → pending changes of the brand's series on that day. */
    public static final String BRAND_WAITING = "brand-waiting";
    /** Brand → {@link PreviewProgress}. */
    public static final String PREVIEW_WORK = "preview-work";
    /** Brand → pending changes of the value its people bring. */
    public static final String BRAND_VALUE = "brand-value";

    private static final List<String> OF_PROCESSORS =
            List.of(PERSON_LEDGER, PERSON_DUE, BRAND_PARTIAL, BRAND_WAITING, BRAND_VALUE, PREVIEW_WORK);

    private PersonStores() {}

    /** Returns the names of the stores that the processors of the stage share. */
    public static String[] names() {
        return OF_PROCESSORS.toArray(String[]::new);
    }

    /** Declares the stores of the stage's tasks. */
    public static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(PERSON_LEDGER), Serdes.String(), PersonState.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(PERSON_DUE), Serdes.String(), Serdes.ByteArray()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_PARTIAL), Serdes.String(), BrandPartial.SERDE.cached())
                .withCachingEnabled());
        builder.addStateStore(ThrottledBuffer.storeBuilder(BRAND_VALUE, BrandSerdes.VALUE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_WAITING), Serdes.String(), BrandSerdes.LEDGER.cached())
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PREVIEW_WORK), Serdes.String(), PreviewProgress.SERDE)
                .withCachingEnabled());
    }
}
