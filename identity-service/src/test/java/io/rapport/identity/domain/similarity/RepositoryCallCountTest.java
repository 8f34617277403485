package io.rapport.identity.domain.similarity;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.IdentityComponents;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.IdentityRepositories;
import io.rapport.identity.domain.InMemoryIdentity;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The number of repository calls does not depend on the size of a batch. */
class RepositoryCallCountTest {

    private final InMemoryIdentity memory = new InMemoryIdentity();
    private final AtomicInteger calls = new AtomicInteger();
    private final IdentityComponents identity = new IdentityComponents(
            new IdentityRepositories(
                    counted(HandleRepository.class, memory.handles),
                    counted(PersonRepository.class, memory.people),
                    counted(ClaimRepository.class, memory.claims),
                    counted(BrandListRepository.class, memory.lists),
                    counted(ReviewRepository.class, memory.reviews),
                    counted(PolicyRepository.class, memory.policies),
                    counted(ErasureRepository.class, memory.erasures)),
            memory.topics,
            new InMemoryIdentity.NoIdentityMetrics(),
            new SuppressionHashes("a secret for tests"));

    @Test
    void manyInferredJoinsTakeAsManyCallsAsFew() {
        list(63);
        var few = take(0, 3);
        var many = take(3, 63);

        assertThat(memory.handles.all.values())
                .allSatisfy(handle -> assertThat(handle.state().evidence())
                        .anyMatch(evidence -> evidence.rule().equals("HANDLE_NAME")));
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(70);
    }

    @Test
    void joinedHandlesTakeFewerCallsThanNewOnes() {
        list(10);
        var fresh = take(0, 10);

        assertThat(take(0, 10)).isLessThan(fresh / 2).isEqualTo(take(0, 5));
    }

    /** A new row costs reads and writes of its batch, and none besides; a row sent again is compared with what is stored. */
    @Test
    void newClientRowsTakeFewCalls() {
        list(0, 3);
        var few = calls.getAndSet(0);
        list(3, 63);

        assertThat(calls.get()).isEqualTo(few).isLessThanOrEqualTo(24);
    }

    private void list(int people) {
        list(0, people);
    }

    private void list(int from, int to) {
        identity.clientList()
                .addRows(IntStream.range(from, to)
                        .mapToObj(i -> ClientListedBuilder.builder()
                                .agency(BRAND.agency())
                                .brand(BRAND.brand())
                                .client("c" + i)
                                .name(given(i) + " " + family(i))
                                .handles(List.of())
                                .fields(Map.of())
                                .at(IdentityFixture.NOW)
                                .build())
                        .toList());
    }

    /** Processes handles spelt like clients; returns the number of calls. */
    private int take(int from, int to) {
        var seen = new HashMap<HandleKey, HandleSighting>();
        for (var i = from; i < to; i++) {
            seen.put(
                    x("id" + i),
                    HandleSighting.of(x("id" + i), IdentityFixture.named(given(i) + family(i)), IdentityFixture.NOW));
        }
        var before = calls.get();
        identity.sightings().process(seen, IdentityFixture.NOW);
        return calls.get() - before;
    }

    private static String given(int i) {
        return "thad" + syllable(i) + "eus";
    }

    private static String family(int i) {
        return "quill" + syllable(i) + syllable(i + 7) + "feather";
    }

    private static String syllable(int i) {
        return "" + "bdfgklmnprst".charAt(i % 12) + "aeiou".charAt(i / 12 % 5) + "bdfgklmnprst".charAt(i / 60 % 12);
    }

    private <T> T counted(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
