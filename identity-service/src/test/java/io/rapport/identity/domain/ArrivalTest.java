package io.rapport.identity.domain;

import static io.rapport.identity.domain.World.BRAND;
import static io.rapport.identity.domain.World.mastodon;
import static io.rapport.identity.domain.World.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
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

/** In whatever order they arrive, the same handles and clients become the same people, at a bounded cost. */
class ArrivalTest {

    private static final List<String> NAMES = List.of(
            "Thaddeus Quillfeather",
            "Ottoline Brackenridge",
            "Zebedee Marchbanks",
            "Persephone Halloway",
            "Ignatius Wexcombe");

    @Property(tries = 15)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        var world = new World();
        var arrivals = new ArrayList<Runnable>();
        for (var i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i);
            var spelt = name.toLowerCase(Locale.ROOT).replace(" ", "");
            var row = world.row("c" + i, name, null);
            var one = x("n" + i);
            var two = mastodon("m" + i);
            arrivals.add(() -> world.list(row));
            arrivals.add(() -> world.see(one, World.named(spelt)));
            arrivals.add(() -> world.see(two, World.named("real" + spelt)));
        }
        Collections.shuffle(arrivals, new Random(seed));

        arrivals.forEach(Runnable::run);
        world.identity.rematch().run(BRAND, true, World.NOW, (done, total) -> true);

        for (var i = 0; i < NAMES.size(); i++) {
            var client = world.family(DeterministicIds.clientPerson(BRAND, "c" + i));
            assertThat(client.handleKeys()).containsExactlyInAnyOrder(x("n" + i), mastodon("m" + i));
        }
        assertThat(world.published()).isEqualTo(world.assignments());
        assertThat(world.rebuilt().assignments()).isEqualTo(world.assignments());
    }

    @Test
    void manyNewHandlesCostAsManyReadsAsOne() {
        assertThat(reads(300)).isEqualTo(reads(3)).isLessThanOrEqualTo(22);
    }

    @Test
    void whatAnotherInstanceTookInIsFoundWhenTheBrandIsMatched() {
        var memory = new Memory();
        var one = new World(memory);
        var other = new World(memory);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        other.see(x("77"), World.named("thaddeusquillfeather"));
        assertThat(other.personOf(x("77"))).isEqualTo(World.provisional(x("77")));

        other.identity.rematch().run(BRAND, true, World.NOW, (done, total) -> true);
        assertThat(other.personOf(x("77"))).isEqualTo(DeterministicIds.clientPerson(BRAND, "c1"));
    }

    @Test
    void whatAnotherInstanceTookInIsFoundWhenItIsHeardOf() {
        var memory = new Memory();
        var one = new World(memory);
        var other = new World(memory);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        other.see(x("77"), World.named("thaddeusquillfeather"));
        assertThat(other.personOf(x("77"))).isEqualTo(World.provisional(x("77")));
        one.hear();
        assertThat(other.personOf(x("77"))).isEqualTo(DeterministicIds.clientPerson(BRAND, "c1"));
        var decisions = other.people();
        other.hear();
        one.hear();
        assertThat(other.people()).isEqualTo(decisions);
    }

    @Test
    void whoTakesSomethingInComparesItWithWhatItHeard() {
        var memory = new Memory();
        var one = new World(memory);
        var other = new World(memory);
        one.see(x("77"), World.named("thaddeusquillfeather"));
        other.hear();
        other.list(other.row("c1", "Thaddeus Quillfeather", null));
        assertThat(other.family(DeterministicIds.clientPerson(BRAND, "c1")).handleKeys())
                .containsExactly(x("77"));
    }

    @Test
    void whatWasHeardWhileTheBrokerWasAwayIsComparedLater() {
        var memory = new Memory();
        var one = new World(memory);
        var other = new World(memory);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        other.see(x("77"), World.named("thaddeusquillfeather"));
        memory.topics.away = true;
        assertThatThrownBy(one::hear).isInstanceOf(Announcer.NotAnnounced.class);
        memory.topics.away = false;
        one.identity.recovery().run(World.NOW);
        one.hear();
        assertThat(other.personOf(x("77"))).isEqualTo(DeterministicIds.clientPerson(BRAND, "c1"));
        assertThat(one.published()).isEqualTo(one.assignments());
    }

    @Test
    void whoHearsOfSomethingAgainAsksNobody() {
        var memory = new Memory();
        var gate = new Gate();
        var one = new World(memory, gate);
        one.list(one.row("c1", "Thaddeus Quillfeather", null));
        one.see(x("77"), World.named("thaddeusquillfeather"));
        var calls = gate.calls();
        one.hear();
        // The brand's policy, and nothing else.
        assertThat(gate.calls() - calls).isEqualTo(1);
    }

    @Test
    void whoWasErasedElsewhereIsComparedWithNobody() {
        var memory = new Memory();
        var one = new World(memory);
        var other = new World(memory);
        one.see(x("77"), World.named("thaddeusquillfeather"));
        other.hear();
        one.identity.erasing().erase(World.key(World.provisional(x("77"))), one.said("asked"));
        other.identity.neighbours().gone(List.of(x("77")));
        other.list(other.row("c1", "Thaddeus Quillfeather", null));
        assertThat(memory.reviews.all).isEmpty();
        assertThat(other.family(DeterministicIds.clientPerson(BRAND, "c1")).handles())
                .isEmpty();
    }

    @Test
    void aRunStopsWhenItIsTold() {
        var world = new World();
        world.see(x("1"));
        assertThat(world.identity.rematch().run(BRAND, true, World.NOW, (done, total) -> false))
                .isFalse();
    }

    private static int reads(int handles) {
        var memory = new Memory();
        var gate = new Gate();
        var identity = memory.identity(gate);
        Map<HandleKey, Sighting> seen = IntStream.range(0, handles)
                .mapToObj(i -> x("id" + i))
                .collect(Collectors.toMap(
                        key -> key,
                        key -> new Sighting(key, World.named("q" + key.handle()), World.NOW, World.NOW),
                        (a, b) -> a,
                        HashMap::new));
        identity.recognition().take(seen, World.NOW);
        assertThat(memory.handles.all).hasSize(handles);
        return gate.calls();
    }
}
