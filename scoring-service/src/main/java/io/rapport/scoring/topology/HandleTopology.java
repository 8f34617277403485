package io.rapport.scoring.topology;

import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.Suppressions;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.Conversations;
import io.rapport.scoring.domain.ConversationsCodec;
import io.rapport.scoring.metrics.ScoringCounters;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** The first stage, by handle: who sent what, once, and whose it is. Its sources are co-partitioned. */
final class HandleTopology {

    /** Engagement id → hash of its body: for good, so that a replay at any time changes nothing. */
    static final String ENGAGEMENT_SEEN = "engagement-seen";
    /** Handle → {@link HandleState}; see {@link HandleStates}. */
    static final String HANDLE_LEDGER = "handle-ledger";
    /** Handle → {@link Conversations}, for those who have any. */
    static final String HANDLE_CONVERSATIONS = "handle-conversations";
    /** Brand → {@link PendingAccounts}. */
    static final String BRAND_ACCOUNTS = "brand-accounts";

    private static final BinarySerde<Conversations> CONVERSATIONS =
            new BinarySerde<>(ConversationsCodec::encode, ConversationsCodec::decode);

    private final ScoringCounters counters;
    private final Suppressions suppressions;
    private final LargeStores large;

    HandleTopology(ScoringCounters counters, Suppressions suppressions, LargeStores large) {
        this.counters = counters;
        this.suppressions = suppressions;
        this.large = large;
    }

    Outputs declare(StreamsBuilder builder) {
        addStores(builder);
        var engagements = source(builder, Topic.ENGAGEMENT_RECEIVED, EngagementReceived.class)
                .process(
                        () -> new EngagementProcessor(counters, suppressions),
                        Named.as("engagements"),
                        ENGAGEMENT_SEEN,
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        BRAND_ACCOUNTS);
        var assignments = source(builder, Topic.IDENTITY_ASSIGNED, HandleAssigned.class)
                .process(
                        () -> new AssignmentProcessor(suppressions),
                        Named.as("assignments"),
                        HANDLE_LEDGER,
                        HANDLE_CONVERSATIONS,
                        BRAND_ACCOUNTS);
        return new Outputs("handle", engagements.merge(assignments, Named.as("handle-outputs")));
    }

    static <T> KStream<String, T> source(StreamsBuilder builder, Topic topic, Class<T> type) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), new JsonSerde<>(type)).withName(topic.name()));
    }

    private void addStores(StreamsBuilder builder) {
        // Ids, handles and people hardly ever come twice between commits: a cache would only copy them.
        builder.addStateStore(Stores.keyValueStoreBuilder(large.named(ENGAGEMENT_SEEN), Serdes.Bytes(), Serdes.Long()));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.named(HANDLE_LEDGER), Serdes.String(), HandleState.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.named(HANDLE_CONVERSATIONS), Serdes.String(), CONVERSATIONS));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(BRAND_ACCOUNTS), Serdes.String(), PendingAccounts.SERDE)
                .withCachingEnabled());
    }
}
