package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.support.StageOutputs.merge;
import static io.rapport.scoring.topology.support.StageOutputs.publish;
import static io.rapport.scoring.topology.support.StageOutputs.repartition;

import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.brand.BrandTopology;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.brand.state.BrandSerdes;
import io.rapport.scoring.topology.cascade.CascadeTopology;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.content.ContentTopology;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.HandleTopology;
import io.rapport.scoring.topology.person.PersonTopology;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.tie.TieTopology;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.Stores;

/**
 * Connects the stages. Handles send ledger changes to people, messages to cascades, posts to channels and accounts to
 * brands; cascades send the tone of shared messages back to handles and their spread to brands; messages send ties to handles,
 * and handles to pairs of people; people send their figures, their value and previews to brands. Every record between stages is a difference that is added once, which
 * {@code exactly_once_v2} guarantees.
 */
public final class ScoringTopology {

    private final ScoringCounters counters;
    private final Function<String, SentimentJudgement> analyser;
    private final SuppressionHashes suppressions;
    private final LargeStoreSupplier large;

    /** Creates the topology with the sentiment analyser and persistent stores. */
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

    /** Returns the topics of other services that the tasks process by partition; global tables are not among them. */
    public static List<Topic> sources() {
        return List.of(
                Topic.ENGAGEMENT_RECEIVED,
                Topic.IDENTITY_ASSIGNED,
                Topic.IDENTITY_PERSON,
                Topic.SENTIMENT_CORRECTED,
                Topic.CONVERSATION_DISMISSED,
                Topic.BRAND_REGISTERED,
                Topic.BRAND_DAY_SET);
    }

    /** Builds the topology for a configuration; it starts nothing. */
    public Topology build(StreamsConfig settings) {
        var builder = new StreamsBuilder(new TopologyConfig(settings));

        var handleStage = new HandleTopology(counters, analyser, suppressions, large);
        var handles = handleStage.addTo(builder);
        publish("handle", handles.events(), counters);

        var cascadeChanges =
                repartition(handles.cascadeChanges(), ScoringStreamsSettings.CASCADE_CHANGES, CascadeChange.SERDE);
        var cascades = new CascadeTopology(large).addTo(builder, cascadeChanges);
        var sharedTones = repartition(cascades.sharedTones(), "carried-tones", SharedTone.SERDE);
        var spread = repartition(cascades.spreadChanges(), "brand-spread-changes", BrandSerdes.SPREAD);

        var allPersonDeltas =
                merge("all-person-deltas", List.of(handles.personDeltas(), handleStage.addSharedTones(sharedTones)));
        var personDeltas = repartition(allPersonDeltas, "person-deltas", PersonDelta.SERDE);
        var accounts = repartition(handles.accountsChanges(), "brand-accounts-changes", BrandAccountsChange.SERDE);
        var tieStage = new TieTopology(suppressions, large);
        var tieMoves = tieStage.addMoves(builder, handles.assigned(), handles.postActivities());
        var postActivities = repartition(
                merge("all-post-activities", List.of(handles.postActivities(), tieMoves.erased())),
                ScoringStreamsSettings.POST_ACTIVITIES,
                PostActivity.SERDE);

        publish("content", new ContentTopology(large).addTo(builder, postActivities), counters);
        publish("tie", tieStage.addTo(postActivities, tieMoves), counters);

        var people = new PersonTopology(large).addTo(builder, personDeltas);
        publish("person", people.events(), counters);
        var figures = repartition(people.figuresChanges(), "brand-figures-changes", BrandFiguresChange.SERDE);
        var value = repartition(people.valueChanges(), "brand-value-changes", BrandSerdes.VALUE);
        var previews = repartition(people.previewParts(), "brand-preview-parts", PreviewPart.SERDE);

        var brandInputs = new BrandTopology.Inputs(accounts, figures, value, spread, previews);
        publish("brand", new BrandTopology(large).addTo(builder, brandInputs), counters);
        return builder.build();
    }
}
