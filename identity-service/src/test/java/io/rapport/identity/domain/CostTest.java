package io.rapport.identity.domain;

import static io.rapport.identity.domain.World.BRAND;
import static io.rapport.identity.domain.World.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.SuppressionHashes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the stores are asked, whatever happens to the handles of a batch. */
class CostTest {

    private final Memory memory = new Memory();
    private final AtomicInteger calls = new AtomicInteger();
    private final Identity identity = new Identity(
            new Identity.Stores(
                    counted(HandleStore.class, memory.handles),
                    counted(PersonStore.class, memory.people),
                    counted(ClaimStore.class, memory.claims),
                    counted(ListStore.class, memory.lists),
                    counted(ReviewStore.class, memory.reviews),
                    counted(PolicyStore.class, memory.policies),
                    counted(ErasureStore.class, memory.erasures)),
            memory.topics,
            new Memory.NoMeters(),
            new SuppressionHashes("a secret for tests"));

    @Test
    void manyJoinedByLikenessCostAsManyCallsAsFew() {
        list(63);
        var few = take(0, 3);
        var many = take(3, 63);

        assertThat(memory.handles.all.values())
                .allSatisfy(handle -> assertThat(handle.state().evidence())
                        .anyMatch(evidence -> evidence.rule().equals("HANDLE_NAME")));
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(70);
    }

    @Test
    void thoseAlreadyJoinedCostLessThanOnesThatAreNew() {
        list(10);
        var fresh = take(0, 10);

        assertThat(take(0, 10)).isLessThan(fresh / 2).isEqualTo(take(0, 5));
    }

    private void list(int people) {
        identity.clientList()
                .take(IntStream.range(0, people)
                        .mapToObj(i -> new ClientListed(
                                BRAND.agency(),
                                BRAND.brand(),
                                "c" + i,
                                given(i) + " " + family(i),
                                null,
                                List.of(),
                                Map.of(),
                                World.NOW))
                        .toList());
    }

    /** Takes handles in that are spelt like clients; the calls it took. */
    private int take(int from, int to) {
        var seen = new HashMap<HandleKey, Sighting>();
        for (var i = from; i < to; i++) {
            seen.put(x("id" + i), new Sighting(x("id" + i), World.named(given(i) + family(i)), World.NOW, World.NOW));
        }
        var before = calls.get();
        identity.recognition().take(seen, World.NOW);
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
