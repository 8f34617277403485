package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.Topic;
import io.rapport.contracts.sentiment.PolarityRemembered;
import io.rapport.scoring.domain.service.ConversationHistory;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores of the handle stage. Their names must not change: the changelog topics contain them. */
public final class HandleStores {

    /** Engagement id → {@link SeenEngagement}. Entries are kept for ever, so that a redelivery at any time is idempotent. */
    public static final String ENGAGEMENT_SEEN = "engagement-seen";
    /** Handle and engagement → {@link CountedEngagement}. Entries are kept for good: an engagement may be revised at any time. */
    public static final String HANDLE_ENGAGEMENT = "handle-engagement";
    /** Handle → {@link HandleState}; see {@link HandleStateStore}. */
    public static final String HANDLE_LEDGER = "handle-ledger";
    /** Handle → {@link ConversationHistory}, for handles with conversations or dismissals. */
    public static final String HANDLE_CONVERSATIONS = "handle-conversations";
    /** Handle, source and order number → {@link OrderLedger}. */
    public static final String HANDLE_ORDER = "handle-order";
    /** Handle and engagement → {@link HandleMessage}. */
    public static final String HANDLE_MESSAGE = "handle-message";
    /** First key → end key of a range of {@link #HANDLE_MESSAGE} that is to be synchronized with the cascades. */
    public static final String MESSAGE_DUE = "message-due";
    /** Brand, text fingerprint and time → {@link PolarityRemembered}; a global store. */
    public static final String REMEMBERED_WORDS = "remembered-words";
    /** Brand → pending {@link BrandAccountsChange}. */
    public static final String BRAND_ACCOUNTS = "brand-accounts";

    private static final BinarySerde<ConversationHistory> CONVERSATIONS =
            new BinarySerde<>(ConversationHistory.CODEC::encode, ConversationHistory.CODEC::decode);

    private static final BinarySerde<OrderLedger> ORDERS =
            new BinarySerde<>(OrderLedger.CODEC::encode, OrderLedger.CODEC::decode);

    private static final BinarySerde<CountedEngagement> COUNTED =
            new BinarySerde<>(CountedEngagementCodec.CODEC::encode, CountedEngagementCodec.CODEC::decode);

    private HandleStores() {}

    /** Declares the stores of the stage's tasks. */
    public static void addTo(StreamsBuilder builder, LargeStoreSupplier large) {
        // Engagements, handles and people rarely recur between two commits: a record cache would only copy them.
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(ENGAGEMENT_SEEN), Serdes.Bytes(), SeenEngagement.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(HANDLE_ENGAGEMENT), Serdes.String(), COUNTED));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(HANDLE_LEDGER), Serdes.String(), HandleState.SERDE));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(HANDLE_CONVERSATIONS), Serdes.String(), CONVERSATIONS));
        builder.addStateStore(Stores.keyValueStoreBuilder(large.supplier(HANDLE_ORDER), Serdes.String(), ORDERS));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(large.supplier(HANDLE_MESSAGE), Serdes.String(), HandleMessage.SERDE));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(MESSAGE_DUE), Serdes.String(), Serdes.String()));
        builder.addStateStore(ThrottledBuffer.storeBuilder(BRAND_ACCOUNTS, BrandAccountsChange.SERDE));
    }

    /** Declares the global store of remembered polarities. */
    public static void addGlobalStores(StreamsBuilder builder) {
        SourceTopics.globalStore(builder, Topic.SENTIMENT_REMEMBERED, PolarityRemembered.class, REMEMBERED_WORDS);
    }
}
