package io.rapport.identity.kafka;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.messaging.ListenerContainerFactory;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Reads the topics identity lives on.
 *
 * <p>Lists are read again from the beginning by every new store: they are short, compacted and leave nothing on identity's
 * own topics that could be read back instead. Engagements are not: all that followed from those a group has passed is on
 * identity's topics, which a new store is filled from.
 */
public final class IdentityConsumers {

    /** The group that reads engagements. */
    public static final String GROUP = "identity";

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;

    private IdentityConsumers(List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers) {
        this.containers = containers;
    }

    /**
     * Starts reading.
     *
     * @param generation of the store
     */
    public static IdentityConsumers start(
            ListenerContainerFactory listeners, IdentityEventHandler handlers, KnownHandleCache known, String generation) {
        var lists = lists(generation);
        var engagements =
                listeners.container(GROUP, Topic.ENGAGEMENT_RECEIVED, EngagementActorView.class, handlers::engagements);
        engagements.getContainerProperties().setConsumerRebalanceListener(forgetting(known));
        var listening = new IdentityConsumers(List.of(
                listeners.container(lists, Topic.BRAND_REGISTERED, BrandRegistered.class, handlers::brands),
                listeners.container(lists, Topic.CLIENT_LISTED, ClientListed.class, handlers::clients),
                listeners.container(lists, Topic.ERASURE_DONE, ErasureDone.class, handlers::removed),
                engagements));
        listening.containers.forEach(ConcurrentMessageListenerContainer::start);
        return listening;
    }

    /** The group that reads lists into a store of this generation. */
    static String lists(String generation) {
        return GROUP + "-" + generation;
    }

    /** Stops when the batches at hand are done. */
    public void stop() {
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
    }

    private static ConsumerRebalanceListener forgetting(KnownHandleCache known) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                known.clear();
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                known.clear();
            }
        };
    }
}
