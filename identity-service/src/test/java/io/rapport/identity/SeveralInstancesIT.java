package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.identity.kafka.IdentityProjections;
import io.rapport.test.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two instances on one broker and one store. */
class SeveralInstancesIT {

    private static final int PAIRS = 15;

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());

    @Test
    void handlesOfOnePersonReceivedByTwoInstancesAreMatchedWithoutABrandRun() throws Exception {
        try (var pipeline = new IdentityServiceFixture()) {
            pipeline.start();
            try (var other = pipeline.startPeer()) {
                assertThat(other.isRunning()).isTrue();
                pipeline.registerBrand(brand, 1);
                var shares = shares();
                var here = handles("x", shares.get(0));
                var there = handles("mastodon", shares.get(1));
                for (var i = 0; i < PAIRS; i++) {
                    // Telephone numbers are matched probabilistically only: no claim in the store links the two.
                    pipeline.engage(here.get(i), phoned(here.get(i), i));
                    pipeline.engage(there.get(i), phoned(there.get(i), i));
                }
                await().untilAsserted(() -> {
                    var assigned = pipeline.assignments(brand);
                    assertThat(assigned).hasSize(2 * PAIRS);
                    for (var i = 0; i < PAIRS; i++) {
                        assertThat(assigned.get(here.get(i).key()).person())
                                .isEqualTo(assigned.get(there.get(i).key()).person());
                    }
                });
                assertThat(pipeline.get(brand, "/matching").status()).isEqualTo(404);
            }
        }
    }

    /** The partitions assigned to each of the two instances, once both have some. */
    private static List<Set<Integer>> shares() {
        try (var admin = Admin.create(TestBroker.client())) {
            return await().ignoreExceptions()
                    .until(
                            () -> admin
                                    .describeConsumerGroups(List.of(IdentityProjections.GROUP))
                                    .all()
                                    .get()
                                    .get(IdentityProjections.GROUP)
                                    .members()
                                    .stream()
                                    .map(SeveralInstancesIT::share)
                                    .toList(),
                            shares -> shares.size() == 2 && shares.stream().noneMatch(Set::isEmpty));
        }
    }

    private static Set<Integer> share(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topic.ENGAGEMENT_RECEIVED.name()))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    private List<HandleKey> handles(String channel, Set<Integer> partitions) throws Exception {
        var found = new ArrayList<HandleKey>();
        var all = partitionCount();
        IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new HandleKey(brand, channel, "h" + n))
                .filter(handle -> partitions.contains(
                        BuiltInPartitioner.partitionForKey(handle.key().getBytes(StandardCharsets.UTF_8), all)))
                .limit(PAIRS)
                .forEach(found::add);
        return found;
    }

    private static int partitionCount() throws Exception {
        try (var admin = Admin.create(TestBroker.client())) {
            return admin.describeTopics(List.of(Topic.ENGAGEMENT_RECEIVED.name()))
                    .allTopicNames()
                    .get()
                    .get(Topic.ENGAGEMENT_RECEIVED.name())
                    .partitions()
                    .size();
        }
    }

    private static Actor phoned(HandleKey handle, int i) {
        var phone = "%064x".formatted(0xCAFE_0000L + i);
        return ActorBuilder.builder()
                .id(handle.handle())
                .name("n" + i + handle.channel())
                .phoneHash(phone)
                .build();
    }
}
