package io.rapport.report.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.subscription.MailProgress;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.contracts.subscription.SubscriptionSavedBuilder;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionServiceTest {

    private static final BrandKey ACME = new BrandKey("north", "acme");
    private static final Instant T = Instant.parse("2026-03-02T08:00:00Z");

    private final MemorySubscriptions stored = new MemorySubscriptions();
    private final List<SubscriptionSaved> published = new ArrayList<>();
    private final SubscriptionService subscriptions = new SubscriptionService(
            stored, new DecisionRecorder<>(() -> true, stored::saveNextVersion, published::add));

    @Test
    void aLinkConfirmsOnceAndEndsTheSubscriptionWithItsAddress() {
        subscriptions.add(subscription("one"));
        assertThat(confirm("hash-one", T.plusSeconds(1))).isTrue();
        assertThat(confirm("hash-one", T.plusSeconds(2))).isTrue();
        assertThat(subscriptions.findAll(ACME))
                .extracting(SubscriptionSaved::confirmedAt)
                .containsExactly(T.plusSeconds(1));

        assertThat(subscriptions.unsubscribe("hash-one", T.plusSeconds(3))).isTrue();
        assertThat(subscriptions.findAll(ACME)).isEmpty();
        assertThat(subscriptions.unsubscribe("hash-one", T.plusSeconds(4))).isFalse();
        assertThat(confirm("hash-one", T.plusSeconds(4))).isFalse();
        var last = published.get(published.size() - 1);
        assertThat(last.deleted()).isTrue();
        assertThat(List.of(last.address(), last.link(), last.linkHash(), last.by()))
                .containsOnly("");
        assertThat(published).extracting(SubscriptionSaved::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anUnknownLinkChangesNothing() {
        subscriptions.add(subscription("one"));
        assertThat(confirm("hash-two", T)).isFalse();
        assertThat(subscriptions.unsubscribe("hash-two", T)).isFalse();
        assertThat(subscriptions.unsubscribe("", T)).isFalse();
        assertThat(published).hasSize(1);
    }

    @Test
    void aBrandHasAtMostFiftySubscriptions() {
        for (var i = 0; i < SubscriptionService.MAX_PER_BRAND; i++) {
            subscriptions.add(subscription("n" + i));
        }
        assertThatThrownBy(() -> subscriptions.add(subscription("more")))
                .isInstanceOf(DecisionRejectedException.class)
                .hasMessage("TOO_MANY");
        assertThat(subscriptions.unsubscribe("hash-n7", T)).isTrue();
        subscriptions.add(subscription("more"));
    }

    @Test
    void aChangeOfAnotherInstanceIsKept() {
        var first = subscription("one");
        subscriptions.add(first);
        stored.saveNextVersion(SubscriptionSavedBuilder.builder(first)
                .language("nb")
                .version(2)
                .build());
        var changed = subscriptions.change(
                first,
                T,
                each -> true,
                state ->
                        SubscriptionSavedBuilder.builder(state).month("2026-02").build());
        assertThat(changed).hasValueSatisfying(state -> {
            assertThat(state.language()).isEqualTo("nb");
            assertThat(state.version()).isEqualTo(3);
        });
        assertThat(first).hasToString("SubscriptionSaved[" + first.key() + "]");
    }

    private boolean confirm(String hash, Instant at) {
        return subscriptions.confirm(
                hash,
                at,
                state -> SubscriptionSavedBuilder.builder(state)
                        .confirmedAt(state.at())
                        .build());
    }

    private static SubscriptionSaved subscription(String name) {
        return SubscriptionSavedBuilder.builder()
                .agency("north")
                .brand("acme")
                .id(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .address("encrypted " + name)
                .language("en")
                .link("encrypted link")
                .linkHash("hash-" + name)
                .progress(MailProgress.NONE)
                .by("Kari")
                .createdAt(T)
                .version(1)
                .at(T)
                .build();
    }
}
