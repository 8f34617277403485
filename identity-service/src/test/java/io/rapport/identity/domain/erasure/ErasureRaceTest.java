package io.rapport.identity.domain.erasure;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.key;
import static io.rapport.identity.domain.IdentityFixture.mailed;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.CallInterceptor;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.InMemoryIdentity;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.PersonStateChange;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.StoredErasure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * An update or a decision that runs between any two steps of a concurrent erasure leaves nothing of the erased
 * person.
 */
class ErasureRaceTest {

    private static final String MAIL = "ab12ef3400";
    private static final String PHONE = "cd56ab7800";
    private static final UUID THADDEA = DeterministicIds.clientPerson(BRAND, "c9");
    private static final HandleKey HERS = new HandleKey(BRAND, "bluesky", "hers");
    private static final HandleKey LEFT = mastodon("left");
    private static final Consumer<IdentityFixture> ERASE = world -> world.identity
            .erasures()
            .erase(key(THADDEA), new DecisionRationale("ann", "asked", IdentityFixture.NOW.plusSeconds(200)));
    /** Everything that identifies her. */
    private List<String> traces = List.of(
            "Thaddea",
            "thaddea",
            "Quillfeather",
            "quillfeather",
            "client=c9",
            "|c9",
            "as c9",
            "hers",
            "ab12ef34",
            "cd56ab78");

    private Consumer<InMemoryIdentity> after = memory -> {};

    @Test
    void whileHerProfileChanges() {
        everyInterleaving(world -> sees(world, HERS, contact("thaddea_renamed", MAIL, PHONE)));
    }

    @Test
    void whileHerAddressChanges() {
        everyInterleaving(world -> sees(world, HERS, mailed("thaddeaq", "ab12ef34ff")));
    }

    @Test
    void whileAnotherHandleWithHerAddressArrives() {
        everyInterleaving(world -> sees(world, mastodon("thaddea2"), mailed("thaddea_again", MAIL)));
    }

    @Test
    void whileAnotherHandleWithHerNumberArrives() {
        everyInterleaving(world -> sees(world, mastodon("thaddea3"), contact("thaddea_again", null, PHONE)));
    }

    @Test
    void whileHerRowIsListedAgain() {
        everyInterleaving(world -> world.list(row("c9", 50)));
    }

    @Test
    void whileSheIsListedInAnotherRow() {
        everyInterleaving(world -> world.list(row("|c9-2", 50)));
    }

    @Test
    void whileHerRowIsRemoved() {
        everyInterleaving(world -> {
            world.memory.topics.clients.remove(BRAND.key("c9"));
            world.removeFromList("c9");
        });
    }

    @Test
    void whileSheIsMergedWithAnotherPerson() {
        everyInterleaving(world -> world.merge(provisional(x("1")), THADDEA));
    }

    @Test
    void whileAHandleOfHersIsSplitOff() {
        // The handle belongs to another person if the decision came first.
        traces = List.of("Thaddea", "Quillfeather", "quillfeather", "client=c9", "|c9", "as c9", "list as");
        everyInterleaving(world -> world.split(THADDEA, HERS));
    }

    @Test
    void whileSheIsRecordedAsDistinct() {
        everyInterleaving(world -> world.identity
                .decisions()
                .distinct(key(provisional(x("1"))), key(THADDEA), world.rationale("not Thaddea")));
    }

    @Test
    void whileAJoinBasedOnHerIsUndone() {
        everyInterleaving(world -> {
            var joined = world.family(provisional(x("1"))).person().decisions().stream()
                    .filter(DecisionType.JOINED::matches)
                    .findFirst()
                    .orElseThrow();
            world.identity.decisions().undo(key(provisional(x("1"))), joined.id(), world.rationale("another"));
        });
    }

    @Test
    void whileASplitOfAJoinBasedOnHerIsUndone() {
        everyInterleaving(world -> world.split(provisional(x("1")), LEFT), world -> {
            var decisions = world.family(provisional(x("1"))).person().decisions();
            world.identity
                    .decisions()
                    .undo(
                            key(provisional(x("1"))),
                            decisions.get(decisions.size() - 1).id(),
                            world.rationale("one"));
        });
    }

    @Test
    void whileTheBrandIsMatched() {
        everyInterleaving(world -> world.identity
                .brandRematch()
                .run(BRAND, true, IdentityFixture.NOW.plusSeconds(9), (done, total) -> true));
    }

    @Test
    void whileInterruptedWorkIsCompleted() {
        everyInterleaving(
                world -> {
                    world.memory.topics.isDown = true;
                    try {
                        sees(world, HERS, contact("thaddea_renamed", MAIL, PHONE));
                    } catch (NotPublishedException e) {
                        world.memory.topics.isDown = false;
                    }
                },
                world -> world.identity.recovery().run(IdentityFixture.NOW.plusSeconds(9)));
    }

    @Test
    void whileAnotherServiceConfirms() {
        // The receipt counts what was removed, whatever runs concurrently.
        after = memory -> assertThat(memory.erasures.all.values())
                .allSatisfy(erasure -> assertThat(erasure.state().parts().get(0).removed())
                        .containsEntry("handles", 1L)
                        .containsEntry("clients", 1L)
                        .hasEntrySatisfying(
                                "evidence", struck -> assertThat(struck).isGreaterThan(2))
                        .hasEntrySatisfying(
                                "claims", claims -> assertThat(claims).isPositive()));
        interleaved(before(), ERASE, world -> {
            var erasures = world.memory.erasures.all.values();
            erasures.forEach(erasure -> world.identity
                    .erasures()
                    .recordConfirmations(List.of(new ErasureDone(
                            BRAND.agency(),
                            BRAND.brand(),
                            "ingest",
                            erasure.state().erasure().toString(),
                            Map.of(),
                            IdentityFixture.NOW))));
        });
    }

    /** Thaddea has a client row and a handle; a person merged because of her row was split off again. */
    private static IdentityFixture before() {
        var world = new IdentityFixture();
        world.sight(x("1"));
        world.list(row("c9", 1));
        world.merge(provisional(x("1")), THADDEA);
        world.sight(LEFT, named("thaddeaquillfeather"));
        world.sight(LEFT, named("somethingelse"));
        assertThat(world.personOf(LEFT)).isEqualTo(provisional(x("1")));
        world.split(provisional(x("1")), x("1"), LEFT);
        // The names of other people are not looked for.
        world.memory.people.all.computeIfPresent(
                key(provisional(LEFT)).key(),
                (key, person) -> new StoredPerson(
                        PersonStateChange.of(person.state()).name("else").build(IdentityFixture.NOW),
                        person.revision(),
                        false,
                        null,
                        null));
        world.memory.topics.people.put(
                key(provisional(LEFT)).key(),
                world.memory.people.all.get(key(provisional(LEFT)).key()).state());
        world.sight(HERS, contact("thaddea", MAIL, PHONE));
        assertThat(world.personOf(HERS)).isEqualTo(THADDEA);
        return world;
    }

    private void everyInterleaving(Consumer<IdentityFixture> other) {
        everyInterleaving(world -> {}, other);
    }

    private void everyInterleaving(Consumer<IdentityFixture> prepare, Consumer<IdentityFixture> other) {
        var world = before();
        prepare.accept(world);
        assertThat(interleaved(world, ERASE, other)).isGreaterThan(9);
        assertThat(interleaved(world, other, ERASE)).isPositive();
    }

    /** Runs one action, and the other before each of its calls; returns the number of calls. */
    private int interleaved(IdentityFixture before, Consumer<IdentityFixture> one, Consumer<IdentityFixture> other) {
        for (var call = 0; ; call++) {
            var memory = before.memory.copy();
            var gate = new CallInterceptor();
            var here = new IdentityFixture(memory, gate);
            var there = new IdentityFixture(memory);
            here.identity.loadIndexes();
            there.identity.loadIndexes();
            var happened = new boolean[2];
            gate.before(call, () -> {
                happened[0] = true;
                happened[1] = isDone(there, other);
            });
            var isDone = isDone(here, one);
            if (!happened[0]) {
                return call;
            }
            // What was refused is delivered again.
            if (!isDone) {
                isDone(here, one);
            }
            if (!happened[1]) {
                isDone(there, other);
            }
            after.accept(memory);
            there.identity.recovery().run(IdentityFixture.NOW.plusSeconds(300));
            assertGone(memory, "before call " + call);
        }
    }

    private static boolean isDone(IdentityFixture world, Consumer<IdentityFixture> step) {
        try {
            step.accept(world);
            return true;
        } catch (DecisionRefusedException | NotPublishedException e) {
            return false;
        }
    }

    private void assertGone(InMemoryIdentity memory, String as) {
        assertThat(memory.erasures.all.values()).as(as).hasSize(1).allMatch(StoredErasure::isRemovedHere);
        var left = traces.stream()
                .filter(memory.dump()::contains)
                .map(trace -> memory.dump()
                        .lines()
                        .filter(line -> line.contains(trace))
                        .map(line -> trace + " in " + line.substring(Math.max(0, line.indexOf(trace) - 300)))
                        .findFirst());
        assertThat(left).as(as).isEmpty();
        assertThat(memory.people.findUnpublished(9)).as(as).isEmpty();
        assertThat(memory.handles.findUnpublished(9)).as(as).isEmpty();
        assertThat(memory.people.all.values()).as(as).allMatch(StoredPerson::isFree);
        assertThat(memory.topics.people.keySet()).as(as).isEqualTo(memory.people.all.keySet());
        assertThat(memory.topics.handles.keySet()).as(as).isEqualTo(memory.handles.all.keySet());
    }

    private static void sees(IdentityFixture world, HandleKey handle, HandleProfile profile) {
        var at = IdentityFixture.NOW.plusSeconds(100);
        world.identity.sightings().process(Map.of(handle, HandleSighting.of(handle, profile, at)), at);
    }

    private static HandleProfile contact(String name, String mail, String phone) {
        return HandleProfileBuilder.builder()
                .name(name)
                .emailHash(mail)
                .phoneHash(phone)
                .build();
    }

    private static ClientListed row(String client, int seconds) {
        var details =
                ClientDetailsBuilder.builder().phoneHash(PHONE).links(List.of()).build();
        return ClientListedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .client(client)
                .name("Thaddea Quillfeather")
                .emailHash(MAIL)
                .handles(List.of(new ClientHandle("bluesky", "thaddea")))
                .fields(Map.of())
                .at(IdentityFixture.NOW.plusSeconds(seconds))
                .details(details)
                .build();
    }
}
