package io.rapport.scoring.topology.brand;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.brand.preview.PreviewPublisher;
import io.rapport.scoring.topology.brand.preview.PreviewStores;
import io.rapport.scoring.topology.brand.preview.RescoringPublisher;
import io.rapport.scoring.topology.brand.spread.SpreadStateStore;
import io.rapport.scoring.topology.brand.spread.SpreadStores;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.brand.state.BrandStores;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.support.StatefulProcessor;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The third stage, keyed by brand: the brand's day, figures, accounts and spread. Its source topics are co-partitioned. */
public final class BrandTopology {

    private final LargeStoreSupplier large;

    /** Creates the stage; {@code large} supplies its large state stores. */
    public BrandTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /** The streams that other stages send to brands. */
    public record Inputs(
            KStream<String, BrandAccountsChange> accounts,
            KStream<String, BrandFiguresChange> figures,
            KStream<String, ValueLedger> value,
            KStream<String, SpreadLedger> spread,
            KStream<String, PreviewPart> previews) {}

    /** Declares the stage and returns its public events. */
    public KStream<String, PublicEvent> addTo(StreamsBuilder builder, Inputs inputs) {
        BrandStores.addTo(builder, large);
        SpreadStores.addTo(builder, large);
        PreviewStores.addTo(builder);
        KStream<String, PublicEvent> registrations = SourceTopics.stream(
                        builder, Topic.BRAND_REGISTERED, BrandRegistered.class)
                .process(BrandRegistrationProcessor::new, Named.as("registrations"), BrandStores.names());
        SourceTopics.stream(builder, Topic.BRAND_DAY_SET, BrandDaySet.class)
                .process(
                        BrandDaySetProcessor::new,
                        Named.as("days-set"),
                        BrandStores.BRAND_STATE,
                        BrandStores.BRAND_LEDGER,
                        BrandStores.BRAND_ACTIVITY);
        inputs.accounts.process(BrandAccountsProcessor::new, Named.as("accounts"), BrandStores.names());
        inputs.value.process(BrandValueProcessor::new, Named.as("value"), BrandStores.names());
        KStream<String, PublicEvent> figures =
                inputs.figures.process(BrandFiguresProcessor::new, Named.as("figures"), figuresStores());
        addSpread(inputs.spread);
        return StageOutputs.merge("brand-published", List.of(figures, previews(inputs.previews), registrations));
    }

    /** Adds up previews; once a second, publishes them and the progress of rescoring. */
    private static KStream<String, PublicEvent> previews(KStream<String, PreviewPart> parts) {
        return parts.process(
                StatefulProcessor.<PreviewPart, PublicEvent>of(context -> {
                    var brands = new BrandStateStore(context);
                    var rescoring = new RescoringPublisher(context, brands);
                    var previews = new PreviewPublisher(context, brands);
                    WallClockSchedule.schedule(
                            Duration.ofMillis(WallClockSchedule.MIN_INTERVAL_MILLIS),
                            context,
                            now -> brands.keys().forEach(brand -> {
                                rescoring.publish(brand, now);
                                previews.publish(brand, now);
                            }));
                    return record -> previews.add(record.key(), record.value());
                }),
                Named.as("previews"),
                BrandStores.BRAND_STATE,
                BrandStores.BRAND_LEDGER,
                PreviewStores.BRAND_RESCORED,
                PreviewStores.BRAND_PREVIEW);
    }

    /** Adds up the changes of cascades. */
    private static void addSpread(KStream<String, SpreadLedger> changes) {
        changes.process(
                StatefulProcessor.<SpreadLedger, Void>of(context -> {
                    var brands = new BrandStateStore(context);
                    var spreads = new SpreadStateStore(context);
                    return record -> {
                        brands.recordChange(record.key(), record.value().days());
                        var asOf = brands.state(record.key()).droppedBefore();
                        spreads.add(record.key(), record.value(), asOf);
                    };
                }),
                Named.as("spread"),
                BrandStores.BRAND_STATE,
                BrandStores.BRAND_LEDGER,
                SpreadStores.SPREAD_LEDGER,
                SpreadStores.SPREAD_TOLD);
    }

    private static String[] figuresStores() {
        return Stream.of(BrandStores.names(), SpreadStores.names())
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }
}
