package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.handle.state.HandleStateStore;

import io.rapport.scoring.topology.handle.state.HandleMessage;
import io.rapport.scoring.topology.handle.state.HandleState;
import io.rapport.scoring.topology.handle.state.SeenEngagement;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.sentiment.PolarityRemembered;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.scoring.domain.service.ConversationHistory;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.StageOutputs;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The first stage, by handle: who sent what, once, and whose it is. Its sources are co-partitioned. */
public final class HandleTopology {

    /** Engagement id → {@link SeenEngagement}: for good, so that a replay at any time changes nothing. */
    public static final String ENGAGEMENT_SEEN = "engagement-seen";
    /** Handle → {@link HandleState}; see {@link HandleStateStore}. */
    public static final String HANDLE_LEDGER = "handle-ledger";
    /** Handle → {@link ConversationHistory}, for those who have any. */
    public static final String HANDLE_CONVERSATIONS = "handle-conversations";
    /** Handle and engagement → {@link HandleMessage}. */
    public static final String HANDLE_MESSAGE = "handle-message";
    /** From a key of the store of messages → to another: messages to be looked at again. */
    public static final String MESSAGE_DUE = "message-due";
    /** Brand, words and time → what a person said of them, the same in every task. */
    public static final String REMEMBERED_WORDS = "remembered-words";
    /** Brand → what its task has not sent on. */
    public static final String BRAND_ACCOUNTS = "brand-accounts";

    private static final BinarySerde<ConversationHistory> CONVERSATIONS =
            new BinarySerde<>(ConversationHistory.CODEC::encode, ConversationHistory.CODEC::decode);

    private final ScoringCounters counters;
    private final Function<String, SentimentJudgement> analyser;
    private final SuppressionHashes suppressions;
    private final LargeStoreSupplier large;

    /**
     * The stage.
     *
     * @param analyser judges texts
     * @param suppressions tell who was erased
     * @param large where its large stores live
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

    /** Declares the stage; gives what it has to say. */
    public StageOutputs declare(StreamsBuilder builder) {
        addStores(builder);
        var engagements = SourceTopics.stream(builder, Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class)
                .process(
                        () -> new EngagementProcessor(counters, analyser, suppressions),
                        Named.as("engagements"),
                        ENGAGEMENT_SEEN,
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        HANDLE_MESSAGE,
                        MESSAGE_DUE,
                        BRAND_ACCOUNTS);
        var assignments = SourceTopics.stream(builder, Topic.IDENTITY_ASSIGNED, HandleAssigned.class)
                .process(
                        () -> new AssignmentProcessor(suppressions),
                        Named.as("assignments"),
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        HANDLE_MESSAGE,
                        MESSAGE_DUE,
                        BRAND_ACCOUNTS);
        var corrections = SourceTopics.stream(builder, Topic.SENTIMENT_CORRECTED, SentimentCorrected.class)
                .process(
                        CorrectionProcessor::new,
                        Named.as("corrections"),
                        ENGAGEMENT_SEEN,
                        HANDLE_LEDGER,
                        HANDLE_MESSAGE,
                        MESSAGE_DUE);
        SourceTopics.globalTable(builder, Topic.SENTIMENT_REMEMBERED, PolarityRemembered.class, REMEMBERED_WORDS);
        return new StageOutputs("handle", engagements.merge(assignments, Named.as("handle-engaged-or-assigned")))
                .merge(corrections, "handle-outputs");
    }

    /** Takes back in what cascades tell handles of the shares without words among their messages. */
    public StageOutputs mergeSharedTones(StageOutputs handles, KStream<String, SharedTone> carried) {
        var counted =
                carried.process(SharedToneProcessor::new, Named.as("carried"), HANDLE_LEDGER, HANDLE_MESSAGE, MESSAGE_DUE);
        return handles.merge(counted, "handle-outputs-and-carried");
    }

    private void addStores(StreamsBuilder builder) {
        // Ids, handles and people hardly ever come twice between commits: a cache would only copy them.
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(ENGAGEMENT_SEEN), Serdes.Bytes(), SeenEngagement.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(HANDLE_LEDGER), Serdes.String(), HandleState.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(HANDLE_CONVERSATIONS), Serdes.String(), CONVERSATIONS));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(HANDLE_MESSAGE), Serdes.String(), HandleMessage.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(MESSAGE_DUE), Serdes.String(), Serdes.String()));
        builder.addStateStore(ThrottledBuffer.storeBuilder(BRAND_ACCOUNTS, BrandAccountsChange.SERDE));
    }
}
