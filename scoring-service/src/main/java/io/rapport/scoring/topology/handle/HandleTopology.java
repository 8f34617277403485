package io.rapport.scoring.topology.handle;

import static io.rapport.scoring.topology.handle.state.HandleStores.BRAND_ACCOUNTS;
import static io.rapport.scoring.topology.handle.state.HandleStores.ENGAGEMENT_SEEN;
import static io.rapport.scoring.topology.handle.state.HandleStores.HANDLE_CONVERSATIONS;
import static io.rapport.scoring.topology.handle.state.HandleStores.HANDLE_ENGAGEMENT;
import static io.rapport.scoring.topology.handle.state.HandleStores.HANDLE_LEDGER;
import static io.rapport.scoring.topology.handle.state.HandleStores.HANDLE_MESSAGE;
import static io.rapport.scoring.topology.handle.state.HandleStores.HANDLE_ORDER;
import static io.rapport.scoring.topology.handle.state.HandleStores.MESSAGE_DUE;

import io.rapport.contracts.Topic;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.message.SharedToneUpdater;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.support.StatefulProcessor;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The first stage, keyed by handle: deduplicates engagements, keeps the ledger of each handle and moves it with the
 * handle's assignment. Its source topics are co-partitioned.
 */
public final class HandleTopology {

    private final ScoringCounters counters;
    private final Function<String, SentimentJudgement> analyser;
    private final SuppressionHashes suppressions;
    private final LargeStoreSupplier large;

    /**
     * Creates the stage.
     *
     * @param analyser judges the sentiment of texts
     * @param suppressions the hashes of erased handles
     * @param large supplies the large state stores
     */
    public HandleTopology(
            ScoringCounters counters,
            Function<String, SentimentJudgement> analyser,
            SuppressionHashes suppressions,
            LargeStoreSupplier large) {
        this.suppressions = suppressions;
        this.counters = counters;
        this.analyser = analyser;
        this.large = large;
    }

    /**
     * The streams that the stage sends on.
     *
     * @param events public events
     * @param personDeltas changes of ledgers, by person
     * @param accountsChanges engagement counts, posts and answers, by brand
     * @param cascadeChanges messages and their children, by message
     * @param postActivities posts and engagements with them, by message
     * @param assigned valid assignments and tombstones, after the stage has applied them
     */
    public record Outputs(
            KStream<String, PublicEvent> events,
            KStream<String, PersonDelta> personDeltas,
            KStream<String, BrandAccountsChange> accountsChanges,
            KStream<String, CascadeChange> cascadeChanges,
            KStream<String, PostActivity> postActivities,
            KStream<String, HandleAssigned> assigned) {}

    /** Declares the stage. */
    public Outputs addTo(StreamsBuilder builder) {
        HandleStores.addTo(builder, large);
        var engagements = engagements(builder);
        var assignments = assignments(builder);
        var corrections = corrections(builder);
        var dismissals = dismissals(builder);
        HandleStores.addGlobalStores(builder);
        return new Outputs(
                StageOutputs.merge(
                        "handle-published",
                        List.of(
                                EngagementProcessor.EVENTS.from(engagements),
                                AssignmentProcessor.EVENTS.from(assignments),
                                CorrectionProcessor.EVENTS.from(corrections))),
                StageOutputs.merge(
                        "handle-person-deltas",
                        List.of(
                                EngagementProcessor.PERSON_DELTAS.from(engagements),
                                AssignmentProcessor.PERSON_DELTAS.from(assignments),
                                CorrectionProcessor.PERSON_DELTAS.from(corrections),
                                dismissals)),
                EngagementProcessor.ACCOUNTS_CHANGES.from(engagements),
                StageOutputs.merge(
                        "handle-cascade-changes",
                        List.of(
                                EngagementProcessor.CASCADE_CHANGES.from(engagements),
                                AssignmentProcessor.CASCADE_CHANGES.from(assignments),
                                CorrectionProcessor.CASCADE_CHANGES.from(corrections))),
                EngagementProcessor.POST_ACTIVITIES.from(engagements),
                AssignmentProcessor.APPLIED.from(assignments));
    }

    /**
     * Applies the tones that the cascade stage sends back for shares without words to the ledgers of their handles.
     *
     * @return the changes, by person
     */
    public KStream<String, PersonDelta> addSharedTones(KStream<String, SharedTone> sharedTones) {
        return sharedTones.process(
                StatefulProcessor.<SharedTone, PersonDelta>of(context -> {
                    var updater = new SharedToneUpdater(context, context::forward);
                    return record -> updater.apply(record.key(), record.value(), record.timestamp());
                }),
                Named.as("carried"),
                HANDLE_LEDGER,
                HANDLE_MESSAGE,
                MESSAGE_DUE);
    }

    private KStream<String, Object> engagements(StreamsBuilder builder) {
        return SourceTopics.stream(builder, Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class)
                .process(
                        () -> new EngagementProcessor(counters, analyser, suppressions),
                        Named.as("engagements"),
                        ENGAGEMENT_SEEN,
                        HANDLE_ENGAGEMENT,
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        HANDLE_ORDER,
                        HANDLE_MESSAGE,
                        MESSAGE_DUE,
                        BRAND_ACCOUNTS);
    }

    private KStream<String, Object> assignments(StreamsBuilder builder) {
        return SourceTopics.stream(builder, Topic.IDENTITY_ASSIGNED, HandleAssigned.class)
                .process(
                        () -> new AssignmentProcessor(suppressions),
                        Named.as("assignments"),
                        HANDLE_ENGAGEMENT,
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        HANDLE_ORDER,
                        HANDLE_MESSAGE,
                        MESSAGE_DUE,
                        BRAND_ACCOUNTS);
    }

    private static KStream<String, Object> corrections(StreamsBuilder builder) {
        return SourceTopics.stream(builder, Topic.SENTIMENT_CORRECTED, SentimentCorrected.class)
                .process(
                        CorrectionProcessor::new,
                        Named.as("corrections"),
                        ENGAGEMENT_SEEN,
                        HANDLE_LEDGER,
                        HANDLE_MESSAGE,
                        MESSAGE_DUE);
    }

    private KStream<String, PersonDelta> dismissals(StreamsBuilder builder) {
        return SourceTopics.stream(builder, Topic.CONVERSATION_DISMISSED, ConversationDismissed.class)
                .process(
                        () -> new DismissalProcessor(suppressions),
                        Named.as("dismissals"),
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        BRAND_ACCOUNTS);
    }
}
