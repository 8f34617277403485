package io.rapport.scoring.topology;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.BrandTopology;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.CascadeTopology;
import io.rapport.scoring.topology.content.ContentTopology;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.HandleTopology;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.person.PersonTopology;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole stream: handles send what they add to people and to cascades, people and cascades what they add to brands, and
 * handles what became of their engagements. Every change is a difference that is added once, which {@code exactly_once_v2} guarantees.
 */
public final class ScoringTopology {

    private final ScoringCounters counters;
    private final Function<String, SentimentJudgement> analyser;
    private final SuppressionHashes suppressions;
    private final LargeStoreSupplier large;

    /** A stream that scores every brand with the model that was activated for it, whoever is not suppressed. */
    public ScoringTopology(ScoringCounters counters, SuppressionHashes suppressions) {
        this(counters, new SentimentAnalyser()::judge, suppressions, Stores::persistentKeyValueStore);
    }

    ScoringTopology(
            ScoringCounters counters,
            Function<String, SentimentJudgement> analyser,
            SuppressionHashes suppressions,
            LargeStoreSupplier large) {
        this.suppressions = suppressions;
        this.counters = counters;
        this.analyser = analyser;
        this.large = large;
    }

    /** Declares the stream for the given settings; it starts nothing. */
    public Topology build(StreamsConfig settings) {
        var builder = new StreamsBuilder(new TopologyConfig(settings));
        var byHandle = new HandleTopology(counters, analyser, suppressions, large);
        var handles = byHandle.declare(builder);
        handles.publish(counters);
        var messages = handles.repartition(CascadeChange.class, "cascade-changes", CascadeChange.SERDE);
        var cascades = new CascadeTopology(large).declare(builder, messages);
        var carried = cascades.repartition(SharedTone.class, "carried-tones", SharedTone.SERDE);
        var spread = cascades.repartition(SpreadLedger.class, "brand-spread-changes", BrandTopology.SPREAD);
        var deltas = byHandle.mergeSharedTones(handles, carried).repartition(PersonDelta.class, "person-deltas", PersonDelta.SERDE);
        var accounts = handles.repartition(BrandAccountsChange.class, "brand-accounts-changes", BrandAccountsChange.SERDE);
        var turns = handles.repartition(PostActivity.class, "post-turns", PostActivity.SERDE);
        new ContentTopology(large).declare(builder, turns).publish(counters);
        var people = new PersonTopology(large).declare(builder, deltas);
        people.publish(counters);
        var figures = people.repartition(BrandFiguresChange.class, "brand-figures-changes", BrandFiguresChange.SERDE);
        var value = people.repartition(ValueLedger.class, "brand-value-changes", BrandTopology.VALUE);
        var previews = people.repartition(PreviewPart.class, "brand-preview-parts", PreviewPart.SERDE);
        new BrandTopology(large)
                .declare(builder, new BrandTopology.Inputs(accounts, figures, value, spread, previews))
                .publish(counters);
        return builder.build();
    }
}
