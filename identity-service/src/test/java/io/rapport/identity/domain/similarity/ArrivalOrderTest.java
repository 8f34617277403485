package io.rapport.identity.domain.similarity;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.CallInterceptor;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.InMemoryIdentity;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.HandleSighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The same handles and clients become the same people in any order of arrival, at a bounded cost. */
class ArrivalOrderTest {

    private static final List<String> NAMES = List.of(
            "Thaddeus Quillfeather",
            "Ottoline Brackenridge",
            "Zebedee Marchbanks",
            "Persephone Halloway",
            "Ignatius Wexcombe");

    @Property(tries = 15)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        var world = new IdentityFixture();
        var arrivals = new ArrayList<Runnable>();
        for (var i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i);
            var spelt = name.toLowerCase(Locale.ROOT).replace(" ", "");
            var row = world.row("c" + i, name, null);
            var one = x("n" + i);
            var two = mastodon("m" + i);
            arrivals.add(() -> world.list(row));
            arrivals.add(() -> world.sight(one, IdentityFixture.named(spelt)));
            arrivals.add(() -> world.sight(two, IdentityFixture.named("real" + spelt)));
        }
        Collections.shuffle(arrivals, new Random(seed));

        arrivals.forEach(Runnable::run);
        world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW, (done, total) -> true);

        for (var i = 0; i < NAMES.size(); i++) {
            var client = world.family(DeterministicIds.clientPerson(BRAND, "c" + i));
            assertThat(client.handleKeys()).containsExactlyInAnyOrder(x("n" + i), mastodon("m" + i));
        }
        assertThat(world.published()).isEqualTo(world.assignments());
        assertThat(world.rebuilt().assignments()).isEqualTo(world.assignments());
    }

    @Test
    void manyNewHandlesTakeAsManyReadsAsOne() {
        assertThat(reads(300)).isEqualTo(reads(3)).isLessThanOrEqualTo(22);
    }

    @Test
    void brandRunFindsHandlesOfAPeerInstance() {
        var memory = new InMemoryIdentity();
        var one = new IdentityFixture(memory);
        var other = new IdentityFixture(memory);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        other.sight(x("77"), IdentityFixture.named("thaddeusquillfeather"));
        assertThat(other.personOf(x("77"))).isEqualTo(IdentityFixture.provisional(x("77")));

        other.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW, (done, total) -> true);
        assertThat(other.personOf(x("77"))).isEqualTo(DeterministicIds.clientPerson(BRAND, "c1"));
    }

    @Test
    void peerUpdateFindsHandlesOfAPeerInstance() {
        var memory = new InMemoryIdentity();
        var one = new IdentityFixture(memory);
        var other = new IdentityFixture(memory);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        other.sight(x("77"), IdentityFixture.named("thaddeusquillfeather"));
        assertThat(other.personOf(x("77"))).isEqualTo(IdentityFixture.provisional(x("77")));
        one.receivePeerUpdates();
        assertThat(other.personOf(x("77"))).isEqualTo(DeterministicIds.clientPerson(BRAND, "c1"));
        var decisions = other.people();
        other.receivePeerUpdates();
        one.receivePeerUpdates();
        assertThat(other.people()).isEqualTo(decisions);
    }

    @Test
    void newHandlesAreMatchedWithPeerUpdates() {
        var memory = new InMemoryIdentity();
        var one = new IdentityFixture(memory);
        var other = new IdentityFixture(memory);
        one.sight(x("77"), IdentityFixture.named("thaddeusquillfeather"));
        other.receivePeerUpdates();
        other.list(other.row("c1", "Thaddeus Quillfeather", null));
        assertThat(other.family(DeterministicIds.clientPerson(BRAND, "c1")).handleKeys())
                .containsExactly(x("77"));
    }

    @Test
    void peerUpdatesReceivedWithoutBrokerAreMatchedLater() {
        var memory = new InMemoryIdentity();
        var one = new IdentityFixture(memory);
        var other = new IdentityFixture(memory);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        other.sight(x("77"), IdentityFixture.named("thaddeusquillfeather"));
        memory.topics.isDown = true;
        assertThatThrownBy(one::receivePeerUpdates).isInstanceOf(NotPublishedException.class);
        memory.topics.isDown = false;
        one.identity.recovery().run(IdentityFixture.NOW);
        one.receivePeerUpdates();
        assertThat(other.personOf(x("77"))).isEqualTo(DeterministicIds.clientPerson(BRAND, "c1"));
        assertThat(one.published()).isEqualTo(one.assignments());
    }

    @Test
    void repeatedPeerUpdateCausesNoReads() {
        var memory = new InMemoryIdentity();
        var gate = new CallInterceptor();
        var one = new IdentityFixture(memory, gate);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        one.sight(x("77"), IdentityFixture.named("thaddeusquillfeather"));
        var calls = gate.calls();
        one.receivePeerUpdates();
        // The brand's policy only, for handles and for clients.
        assertThat(gate.calls() - calls).isEqualTo(2);
    }

    @Test
    void handlesErasedByAPeerAreNotMatched() {
        var memory = new InMemoryIdentity();
        var one = new IdentityFixture(memory);
        var other = new IdentityFixture(memory);
        one.sight(x("77"), IdentityFixture.named("thaddeusquillfeather"));
        other.receivePeerUpdates();
        one.identity
                .erasures()
                .erase(IdentityFixture.key(IdentityFixture.provisional(x("77"))), one.rationale("asked"));
        other.identity.peerUpdates().removeHandles(List.of(x("77")));
        other.list(other.row("c1", "Thaddeus Quillfeather", null));
        assertThat(memory.reviews.all).isEmpty();
        assertThat(other.family(DeterministicIds.clientPerson(BRAND, "c1")).handles())
                .isEmpty();
    }

    @Test
    void runStopsWhenCancelled() {
        var world = new IdentityFixture();
        world.sight(x("1"));
        assertThat(world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW, (done, total) -> false))
                .isFalse();
    }

    private static int reads(int handles) {
        var memory = new InMemoryIdentity();
        var gate = new CallInterceptor();
        var identity = memory.identity(gate);
        Map<HandleKey, HandleSighting> seen = IntStream.range(0, handles)
                .mapToObj(i -> x("id" + i))
                .collect(Collectors.toMap(
                        key -> key,
                        key -> HandleSighting.of(key, IdentityFixture.named("q" + key.handle()), IdentityFixture.NOW),
                        (a, b) -> a,
                        HashMap::new));
        identity.sightings().process(seen, IdentityFixture.NOW);
        assertThat(memory.handles.all).hasSize(handles);
        return gate.calls();
    }
}
