package io.rapport.identity.domain.erasure;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.key;
import static io.rapport.identity.domain.IdentityFixture.mailed;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.ErasedPart;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.StoredErasure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonErasureServiceTest {

    private final IdentityFixture world = new IdentityFixture();

    /** Ann: two handles, one of them from a merged person, and a client row. */
    private UUID ann() {
        world.sight(x("ann-x"), mailed("ann_writes", "ab12"));
        world.sight(mastodon("ann-m"), named("Ann M"));
        world.list(world.row("c1", "Ann Example", "ab12", new ClientHandle("x", "ann-x")));
        world.merge(world.personOf(x("ann-x")), world.personOf(mastodon("ann-m")));
        return world.personOf(x("ann-x"));
    }

    private StoredErasure erase(UUID person) {
        return world.identity.erasures().erase(key(person), world.rationale("asked for it"));
    }

    private String everything() {
        return world.memory.dump();
    }

    @Test
    void nothingOfAPersonIsLeft() {
        world.sight(x("bob"));
        var ann = ann();
        assertThat(everything()).contains("ann-x", "ann-m", "ann_writes", "Ann Example", "Hash=ab12", "client=c1");

        var erasure = erase(ann);

        assertThat(everything())
                .doesNotContain("ann-x", "ann-m", "ann_writes", "Ann", "Hash=ab12", "|ab12", "client=c1", "|c1")
                .contains("name of bob");
        assertThat(world.identity.directory().find(key(ann))).isEmpty();
        assertThat(erasure.state().handles()).hasSize(2);
        assertThat(erasure.state().people()).hasSize(3).contains(ann);
        assertThat(erasure.plan()).isNull();
    }

    @Test
    void noEvidenceAboutTheErasedIsLeft() {
        var client = DeterministicIds.clientPerson(BRAND, "c9");
        world.list(world.row("c9", "Thaddeus Quillfeather", null));
        world.sight(x("77"), named("thaddeusquillfeather"));
        var link = world.identity.inferredLinks().findLinks(BRAND, "", 9).get(0);
        world.identity.decisions().undo(key(client), link.decision().id(), world.rationale("another"));
        world.identity.rematch(List.of(key(client)), IdentityFixture.NOW);
        assertThat(world.memory.reviews.all).hasSize(1);

        erase(client);
        world.sight(x("77"), named("thaddeus_quillfeather"));
        world.identity.rematch(List.of(key(world.personOf(x("77")))), IdentityFixture.NOW);

        assertThat(world.memory.reviews.all).isEmpty();
        assertThat(world.identity.inferredLinks().findLinks(BRAND, "", 9)).isEmpty();
        assertThat(world.personOf(x("77"))).isEqualTo(provisional(x("77")));
        var left = world.family(provisional(x("77"))).person().decisions();
        assertThat(left).extracting(Decision::type).contains("JOINED", "UNDONE");
        assertThat(left)
                .allMatch(decision -> decision.other() == null)
                .filteredOn(DecisionType::isUnion)
                .allSatisfy(decision -> assertThat(decision.evidence())
                        .isNotEmpty()
                        .allMatch(each -> each.detail().equals(EvidenceRule.REDACTED)));
        assertThatThrownBy(() -> world.identity
                        .decisions()
                        .undo(key(provisional(x("77"))), link.decision().id(), world.rationale("but why")))
                .isInstanceOf(DecisionRefusedException.class);
        assertThat(world.rebuilt().personOf(x("77"))).isEqualTo(provisional(x("77")));
    }

    @Test
    void idOfAMergedPersonErasesTheSurvivor() {
        ann();

        var erasure = erase(provisional(mastodon("ann-m")));

        assertThat(erasure.state().handles()).hasSize(2);
        assertThat(world.memory.handles.all).isEmpty();
    }

    @Test
    void erasureIsIdempotent() {
        var ann = ann();

        assertThat(erase(ann)).isEqualTo(erase(ann)).isEqualTo(erase(provisional(mastodon("ann-m"))));
    }

    @Test
    void unknownPersonCannotBeErased() {
        assertThatThrownBy(() -> erase(UUID.randomUUID())).isInstanceOf(DecisionRefusedException.class);
    }

    @Test
    void engagementsDoNotRecreateTheErased() {
        erase(ann());
        var after = everything();

        world.sight(x("ann-x"), named("ann_writes"));
        world.sight(mastodon("ann-m"));
        world.sight(x("ann_writes"));
        world.sight(mastodon("another account of hers"), mailed("Ann", "ab12"));

        assertThat(everything()).isEqualTo(after);
    }

    @Test
    void clientListDoesNotRecreateTheErasedAndRowsGetTombstones() {
        erase(ann());
        var after = everything();

        world.list(
                world.row("c1", "Somebody", null),
                world.row("c2", "Ann by mail", "ab12"),
                world.row("c3", "Ann by account", null, new ClientHandle("mastodon", "@Ann-M")));

        assertThat(everything()).isEqualTo(after);
        assertThat(world.memory.topics.clients).isEmpty();
    }

    @Test
    void rebuiltStoreDoesNotContainTheErased() {
        world.sight(x("bob"));
        var ann = ann();
        var people = new TreeMap<>(world.memory.topics.people);
        var handles = new TreeMap<>(world.memory.topics.handles);
        erase(ann);

        // As if the process and its store were lost before the tombstones were published.
        world.memory.topics.people.putAll(people);
        world.memory.topics.handles.putAll(handles);
        var rebuilt = world.rebuilt();

        assertThat(rebuilt.assignments()).containsOnlyKeys(x("bob").key());
        assertThat(rebuilt.published()).containsOnlyKeys(x("bob").key());
        assertThat(rebuilt.people()).containsOnlyKeys(key(provisional(x("bob"))).key());
        rebuilt.sight(x("ann-x"));
        assertThat(rebuilt.assignments()).containsOnlyKeys(x("bob").key());
    }

    @Test
    void peopleTheyWereSplitFromLoseTheirHandles() {
        world.sight(x("bob"));
        world.sight(x("ann-x"));
        world.sight(x("cid"));
        var bob = world.personOf(x("bob"));
        world.merge(bob, world.personOf(x("ann-x")));
        world.merge(bob, world.personOf(x("cid")));
        world.split(bob, x("ann-x"));
        assertThat(world.personOf(x("ann-x"))).isNotEqualTo(bob);

        erase(world.personOf(x("ann-x")));

        assertThat(everything()).doesNotContain("ann-x");
        assertThat(world.family(bob).handleKeys()).containsExactlyInAnyOrder(x("bob"), x("cid"));
        assertThat(world.memory.people.findUnpublished(9)).isEmpty();
    }

    @Test
    void noDecisionIsPossibleDuringAnErasure() {
        var ann = ann();
        world.sight(x("bob"));
        world.memory.topics.isDown = true;

        var erasure = erase(ann);

        assertThat(erasure.plan()).isNotNull();
        assertThatThrownBy(() -> world.merge(ann, world.personOf(x("bob"))))
                .isInstanceOf(DecisionRefusedException.class);
        world.memory.topics.isDown = false;
        world.identity.recovery().run(IdentityFixture.NOW);
        assertThat(world.memory.handles.all).containsOnlyKeys(x("bob").key());
        assertThat(world.memory.erasures.findUnfinished(9)).isEmpty();
    }

    @Test
    void concurrentlyPublishedOldStateIsFollowedByATombstone() {
        var ann = ann();
        var stale = world.state(x("ann-x"));
        erase(ann);

        var outbox = new IdentityOutbox(world.memory.handles, world.memory.people, world.memory.topics);
        outbox.publishHandles(List.of(new StoredHandle(stale, ProfileTimes.of(stale.since()), true)));

        assertThat(world.memory.topics.handles).isEmpty();
    }

    @Test
    void receiptIsCompleteWhenEveryServiceConfirmedEverySubject() {
        var state = erase(ann()).state();
        assertThat(state.parts())
                .extracting(ErasedPart::service)
                .containsExactly("identity", "topics", "ingest", "scoring", "report");
        assertThat(done()).containsExactly("identity", "topics");

        confirm("ingest", state.erasure().toString(), Map.of("rejected", 2L));
        state.handles().forEach(hash -> confirm("scoring", hash, Map.of("ledgers", 1L)));
        state.handles().forEach(hash -> confirm("report", hash, Map.of("engagements", 5L)));
        assertThat(done()).containsExactly("identity", "topics", "ingest", "scoring");
        assertThat(erasure().isDone()).isFalse();

        // A repeated confirmation counts nothing more.
        confirm("report", state.handles().get(0), Map.of("engagements", 0L));
        state.people().forEach(person -> confirm("report", person.toString(), Map.of()));

        assertThat(erasure().isDone()).isTrue();
        assertThat(erasure().state().parts())
                .contains(
                        new ErasedPart("ingest", true, Map.of("rejected", 2L)),
                        new ErasedPart("scoring", true, Map.of("ledgers", 2L)),
                        new ErasedPart("report", true, Map.of("engagements", 10L)));
        world.identity.recovery().run(IdentityFixture.NOW);
        assertThat(world.memory.topics.erasures.values())
                .containsExactly(erasure().state());
        assertThat(world.rebuilt().memory.erasures.all.values()).allMatch(StoredErasure::isDone);
    }

    private StoredErasure erasure() {
        return world.memory.erasures.all.values().iterator().next();
    }

    private List<String> done() {
        return erasure().state().parts().stream()
                .filter(ErasedPart::done)
                .map(ErasedPart::service)
                .toList();
    }

    private void confirm(String service, String subject, Map<String, Long> removed) {
        world.identity
                .erasures()
                .recordConfirmations(List.of(new ErasureDone(
                        BRAND.agency(), BRAND.brand(), service, subject, removed, IdentityFixture.NOW)));
    }
}
