package io.rapport.scoring.topology.query;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.scoring.query.LedgerOwners;
import io.rapport.scoring.topology.brand.state.BrandStores;
import io.rapport.scoring.topology.person.state.PersonStores;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Finds the owners of partitions by the metadata that instances exchange in the consumer group. */
public final class StreamLedgerOwners implements LedgerOwners {

    private final Supplier<@Nullable KafkaStreams> stream;
    private final Supplier<HostInfo> self;
    private final IntSupplier partitions;
    private final String cascadeChanges;
    private final String postActivities;

    /**
     * Creates the lookup.
     *
     * @param stream returns null while no stream is running
     * @param self address of this instance, as in {@code application.server}
     * @param partitions number of partitions of every topic
     * @param cascadeChanges topic that the cascade stage reads
     * @param postActivities topic that the stage of posts reads
     */
    public StreamLedgerOwners(
            Supplier<@Nullable KafkaStreams> stream,
            Supplier<HostInfo> self,
            IntSupplier partitions,
            String cascadeChanges,
            String postActivities) {
        this.cascadeChanges = cascadeChanges;
        this.postActivities = postActivities;
        this.stream = stream;
        this.self = self;
        this.partitions = partitions;
    }

    @Override
    public Owner ownerOf(BrandKey brand) {
        return owner(BrandStores.BRAND_STATE, brand.key());
    }

    @Override
    public Owner ownerOf(BrandKey brand, UUID person) {
        return owner(PersonStores.PERSON_LEDGER, brand.key(person.toString()));
    }

    @Override
    public List<Share> shares() {
        var shares = new ArrayList<Share>();
        try {
            for (var instance : running().metadataForAllStreamsClients()) {
                var share = new Share(
                        peer(instance.hostInfo()),
                        partitions(instance, Topic.IDENTITY_PERSON.name()),
                        partitions(instance, cascadeChanges),
                        partitions(instance, postActivities));
                if (!share.people().isEmpty()
                        || !share.cascades().isEmpty()
                        || !share.posts().isEmpty()) {
                    shares.add(share);
                }
            }
        } catch (StreamsNotStartedException | IllegalStateException e) {
            throw StreamStoreAccess.unavailable(e);
        }
        requireComplete(shares.stream().map(Share::people).toList());
        requireComplete(shares.stream().map(Share::cascades).toList());
        requireComplete(shares.stream().map(Share::posts).toList());
        return shares;
    }

    private Owner owner(String store, String key) {
        try {
            var owner = running().queryMetadataForKey(store, key, new StringSerializer());
            if (owner == null || owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw StreamStoreAccess.unavailable(null);
            }
            return new Owner(peer(owner.activeHost()), owner.partition());
        } catch (StreamsNotStartedException | IllegalStateException e) {
            throw StreamStoreAccess.unavailable(e);
        }
    }

    private KafkaStreams running() {
        return StreamStoreAccess.running(stream);
    }

    private static List<Integer> partitions(StreamsMetadata instance, String topic) {
        return instance.topicPartitions().stream()
                .filter(partition -> partition.topic().equals(topic))
                .map(partition -> partition.partition())
                .sorted()
                .toList();
    }

    private void requireComplete(List<List<Integer>> owned) {
        var all = owned.stream().flatMap(List::stream).sorted().toList();
        var expected = IntStream.range(0, partitions.getAsInt()).boxed().toList();
        if (!all.equals(expected)) {
            throw StreamStoreAccess.unavailable(null);
        }
    }

    private @Nullable URI peer(HostInfo host) {
        return host.equals(self.get()) ? null : URI.create("http://" + host.host() + ":" + host.port());
    }
}
