package io.rapport.scoring.topology;

import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import io.rapport.scoring.topology.brand.AccountsChange;
import io.rapport.scoring.topology.brand.BrandTopology;
import io.rapport.scoring.topology.brand.FiguresChange;
import io.rapport.scoring.topology.brand.PreviewPart;
import io.rapport.scoring.topology.cascade.CarriedTone;
import io.rapport.scoring.topology.cascade.CascadeChange;
import io.rapport.scoring.topology.cascade.CascadeTopology;
import io.rapport.scoring.topology.content.ContentTopology;
import io.rapport.scoring.topology.content.PostTurn;
import io.rapport.scoring.topology.handle.HandleTopology;
import io.rapport.scoring.topology.person.PersonDelta;
import io.rapport.scoring.topology.person.PersonTopology;
import io.rapport.scoring.topology.state.LargeStores;
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
    private final LargeStores large;

    /** A stream that scores every brand with the model that was activated for it, whoever is not suppressed. */
    public ScoringTopology(ScoringCounters counters, SuppressionHashes suppressions) {
        this(counters, new SentimentAnalyser()::judge, suppressions, Stores::persistentKeyValueStore);
    }

    ScoringTopology(
            ScoringCounters counters,
            Function<String, SentimentJudgement> analyser,
            SuppressionHashes suppressions,
            LargeStores large) {
        this.suppressions = suppressions;
        this.counters = counters;
        this.analyser = analyser;
        this.large = large;
    }

    /** Declares the stream for the given settings; it starts nothing. */
    public Topology declare(StreamsConfig settings) {
        var builder = new StreamsBuilder(new TopologyConfig(settings));
        var byHandle = new HandleTopology(counters, analyser, suppressions, large);
        var handles = byHandle.declare(builder);
        handles.publish(counters);
        var messages = handles.onwards(CascadeChange.class, "cascade-changes", CascadeChange.SERDE);
        var cascades = new CascadeTopology(large).declare(builder, messages);
        var carried = cascades.onwards(CarriedTone.class, "carried-tones", CarriedTone.SERDE);
        var spread = cascades.onwards(SpreadLedger.class, "brand-spread-changes", BrandTopology.SPREAD);
        var deltas = byHandle.carry(handles, carried).onwards(PersonDelta.class, "person-deltas", PersonDelta.SERDE);
        var accounts = handles.onwards(AccountsChange.class, "brand-accounts-changes", AccountsChange.SERDE);
        var turns = handles.onwards(PostTurn.class, "post-turns", PostTurn.SERDE);
        new ContentTopology(large).declare(builder, turns).publish(counters);
        var people = new PersonTopology(large).declare(builder, deltas);
        people.publish(counters);
        var figures = people.onwards(FiguresChange.class, "brand-figures-changes", FiguresChange.SERDE);
        var value = people.onwards(ValueLedger.class, "brand-value-changes", BrandTopology.VALUE);
        var previews = people.onwards(PreviewPart.class, "brand-preview-parts", PreviewPart.SERDE);
        new BrandTopology(large)
                .declare(builder, new BrandTopology.Inputs(accounts, figures, value, spread, previews))
                .publish(counters);
        return builder.build();
    }
}
