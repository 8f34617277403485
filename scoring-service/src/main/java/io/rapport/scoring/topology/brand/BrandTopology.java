package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.brand.preview.BrandPreviewProcessor;
import io.rapport.scoring.topology.brand.preview.BrandPreviewState;
import io.rapport.scoring.topology.brand.spread.BrandSpreadProcessor;
import io.rapport.scoring.topology.brand.state.BrandState;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.brand.spread.SpreadPublicationState;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The third stage, by brand: its day, its figures and its accounts. Its sources are co-partitioned. */
public final class BrandTopology {

    /** Brand → {@link BrandState}. */
    public static final String BRAND_STATE = "brand-state";
    /** Brand → its ledger. */
    public static final String BRAND_LEDGER = "brand-ledger";

    /** Brand and day → {@link DaySums}. */
    public static final String BRAND_DAY_SUMS = "brand-day-sums";
    /** Brand → its registration, for its prices and its target. */
    public static final String BRAND_REGISTRATION = "brand-registration";

    /** Brand → how far its people were last said to be scored anew. */
    public static final String BRAND_RESCORED = "brand-rescored";
    /** Brand → {@link BrandPreviewState}. */
    public static final String BRAND_PREVIEW = "brand-preview";

    private static final String[] STORES = {BRAND_STATE, BRAND_LEDGER, BRAND_DAY_SUMS, BRAND_REGISTRATION};
    private static final BinarySerde<DaySums> DAY_SUMS = new BinarySerde<>(DaySums.CODEC::encode, DaySums.CODEC::decode);
    /** Brand → what its cascades add up to. */
    public static final String SPREAD_LEDGER = "spread-ledger";
    /** Brand → {@link SpreadPublicationState}. */
    public static final String SPREAD_TOLD = "spread-told";

    /** What people add to brands. */
    public static final BinarySerde<BrandLedger> LEDGER =
            new BinarySerde<>(BrandLedger.CODEC::encode, BrandLedger.CODEC::decode);
    /** What people bring brands. */
    public static final BinarySerde<ValueLedger> VALUE =
            new BinarySerde<>(ValueLedger.CODEC::encode, ValueLedger.CODEC::decode);
    /** What cascades add to brands. */
    public static final BinarySerde<SpreadLedger> SPREAD =
            new BinarySerde<>(SpreadLedger.CODEC::encode, SpreadLedger.CODEC::decode);

    private final LargeStoreSupplier large;

    /** The stage, with its large stores where it is told. */
    public BrandTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /** What other stages send to brands. */
    public record Inputs(
            KStream<String, BrandAccountsChange> accounts,
            KStream<String, BrandFiguresChange> figures,
            KStream<String, ValueLedger> value,
            KStream<String, SpreadLedger> spread,
            KStream<String, PreviewPart> previews) {}

    /** Declares the stage; gives what it has to say. */
    public StageOutputs declare(StreamsBuilder builder, Inputs from) {
        addStores(builder);
        var registered = SourceTopics.stream(builder, Topic.BRAND_REGISTERED, BrandRegistered.class)
                .process(BrandRegistrationProcessor::new, Named.as("registrations"), STORES);
        var counted = from.accounts.process(BrandAccountsProcessor::new, Named.as("accounts"), STORES);
        var summed = from.figures.process(BrandFiguresProcessor::new, Named.as("figures"), STORES);
        var brought = from.value.process(BrandValueProcessor::new, Named.as("value"), STORES);
        var previewed = from.previews.process(
                BrandPreviewProcessor::new, Named.as("previews"), BRAND_STATE, BRAND_LEDGER, BRAND_RESCORED, BRAND_PREVIEW);
        var spreading = from.spread.process(
                BrandSpreadProcessor::new, Named.as("spread"), BRAND_STATE, BRAND_LEDGER, SPREAD_LEDGER, SPREAD_TOLD);
        var all = registered
                .merge(brought, Named.as("brand-registered-or-brought"))
                .merge(counted, Named.as("brand-registered-or-counted"))
                .merge(summed, Named.as("brand-registered-counted-or-summed"))
                .merge(spreading, Named.as("brand-counted-or-spreading"))
                .merge(previewed, Named.as("brand-outputs"));
        return new StageOutputs("brand", all);
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_STATE), Serdes.String(), BrandState.SERDE.cached())
                .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(BRAND_LEDGER), Serdes.String(), LEDGER.cached())
                        .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(BRAND_DAY_SUMS), Serdes.String(), DAY_SUMS)
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        large.supplier(BRAND_REGISTRATION), Serdes.String(), new JsonSerde<>(BrandRegistered.class))
                .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(SPREAD_LEDGER), Serdes.String(), SPREAD.cached())
                        .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SPREAD_TOLD), Serdes.String(), SpreadPublicationState.SERDE.cached())
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_RESCORED),
                        Serdes.String(),
                        new JsonSerde<>(ModelRescored.class))
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_PREVIEW), Serdes.String(), BrandPreviewState.SERDE)
                .withCachingEnabled());
    }
}
