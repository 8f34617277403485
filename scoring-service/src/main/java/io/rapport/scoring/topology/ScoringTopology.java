package io.rapport.scoring.topology;

import io.rapport.contracts.identity.Suppressions;
import io.rapport.scoring.domain.ScoringModel;
import io.rapport.scoring.domain.ValueLedger;
import io.rapport.scoring.metrics.ScoringCounters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole stream: handles send what they add to people, people what they add to brands, and handles what became of
 * their engagements. Every change is a difference that is added once, which {@code exactly_once_v2} guarantees.
 */
public final class ScoringTopology {

    private final ScoringModel model;
    private final ScoringCounters counters;
    private final Suppressions suppressions;
    private final LargeStores large;

    /** A stream that scores with one model whoever is not suppressed. */
    public ScoringTopology(ScoringModel model, ScoringCounters counters, Suppressions suppressions) {
        this(model, counters, suppressions, Stores::persistentKeyValueStore);
    }

    ScoringTopology(ScoringModel model, ScoringCounters counters, Suppressions suppressions, LargeStores large) {
        this.model = model;
        this.counters = counters;
        this.suppressions = suppressions;
        this.large = large;
    }

    /** Declares the stream for the given settings; it starts nothing. */
    public Topology declare(StreamsConfig settings) {
        var builder = new StreamsBuilder(new TopologyConfig(settings));
        var handles = new HandleTopology(counters, suppressions, large).declare(builder);
        handles.publish(counters);
        var deltas = handles.onwards(PersonDelta.class, "person-deltas", PersonDelta.SERDE);
        var accounts = handles.onwards(AccountsChange.class, "brand-accounts-changes", AccountsChange.SERDE);
        var turns = handles.onwards(PostTurn.class, "post-turns", PostTurn.SERDE);
        new ContentTopology(large).declare(builder, turns).publish(counters);
        var people = new PersonTopology(model, large).declare(builder, deltas);
        people.publish(counters);
        var figures = people.onwards(FiguresChange.class, "brand-figures-changes", FiguresChange.SERDE);
        var value = people.onwards(ValueLedger.class, "brand-value-changes", PersonTopology.VALUE);
        new BrandTopology(model, large)
                .declare(builder, accounts, figures, value)
                .publish(counters);
        return builder.build();
    }
}
