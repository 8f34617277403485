package io.rapport.identity.domain.intake;

import static io.rapport.identity.domain.IdentityFixture.mailed;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.store.IdentifierClaim;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingIntakeTest {

    private final IdentityFixture world = new IdentityFixture();

    @Test
    void newHandleGetsAProvisionalPerson() {
        world.sight(x("1"), named("ann"));

        var published = world.memory.topics.handles.get(x("1").key());
        assertThat(published.person()).isEqualTo(provisional(x("1")));
        assertThat(published.status()).isEqualTo(AssignmentStatus.CONFIRMED);
        assertThat(published.version()).isEqualTo(1);
        var person = world.memory.topics.people.get(
                IdentityFixture.key(provisional(x("1"))).key());
        assertThat(person.name()).isEqualTo("ann");
        assertThat(person.version()).isEqualTo(1);
        assertThat(person.decisions()).hasSize(1);
    }

    @Test
    void repeatedSightingOnlyAdvancesTheTimeOfTheProfile() {
        world.sight(x("1"));
        var writes = world.memory.writes;
        var state = world.state(x("1"));

        world.sight(x("1"));

        assertThat(world.memory.writes).isEqualTo(writes + 1);
        assertThat(world.state(x("1"))).isEqualTo(state);
    }

    @Test
    void aRenameKeepsThePersonAndRenamesThem() {
        world.sight(x("1"), named("ann"));
        world.sight(x("1"), named("anna"));

        assertThat(world.personOf(x("1"))).isEqualTo(provisional(x("1")));
        assertThat(world.memory.topics.handles.get(x("1").key()).version()).isEqualTo(2);
        assertThat(world.family(provisional(x("1"))).person().name()).isEqualTo("anna");
    }

    @Test
    void olderSightingOnlyFillsInMissingValues() {
        var old = IdentityFixture.NOW.minusSeconds(9);
        world.sight(x("1"), named("anna"));
        var older = HandleSighting.of(
                x("1"),
                HandleProfileBuilder.builder().name("ann").displayName("Ann").build(),
                old);
        world.identity.sightings().process(java.util.Map.of(x("1"), older), IdentityFixture.NOW);

        assertThat(world.state(x("1")).profile().name()).isEqualTo("anna");
        assertThat(world.state(x("1")).profile().displayName()).isEqualTo("Ann");
    }

    @Test
    void sameVerifiedAddressJoins() {
        world.sight(x("1"), mailed("ann", "ab12"));
        world.sight(mastodon("2"), mailed("annika", "ab12"));

        assertThat(world.personOf(mastodon("2"))).isEqualTo(provisional(x("1")));
        assertThat(world.state(mastodon("2")).evidence())
                .extracting(Evidence::rule)
                .containsExactly("EMAIL_HASH", "ACCOUNT_ID");
        assertThat(world.people()
                        .get(IdentityFixture.key(provisional(mastodon("2"))).key())
                        .get(4))
                .isEqualTo(provisional(x("1")).toString());
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void addressAddedLaterJoins() {
        world.sight(x("1"), mailed("ann", "ab12"));
        world.sight(mastodon("2"), named("annika"));
        world.sight(mastodon("2"), mailed("annika", "ab12"));

        assertThat(world.personOf(mastodon("2"))).isEqualTo(provisional(x("1")));
    }

    @Test
    void tooFrequentAddressDoesNotJoin() {
        IntStream.rangeClosed(0, IdentifierClaim.MAX_HANDLES_PER_CHANNEL + 3)
                .forEach(i -> world.sight(x("n" + i), mailed("n" + i, "ab12")));

        assertThat(world.personOf(x("n" + (IdentifierClaim.MAX_HANDLES_PER_CHANNEL + 3))))
                .isEqualTo(provisional(x("n" + (IdentifierClaim.MAX_HANDLES_PER_CHANNEL + 3))));
    }

    @Test
    void distinctPeopleAreNotJoined() {
        world.sight(x("1"), mailed("ann", "ab12"));
        world.sight(mastodon("2"), mailed("annika", "ab12"));
        world.split(provisional(x("1")), mastodon("2"));

        world.sight(mastodon("2"), mailed("annika two", "ab12"));
        world.sight(x("3"), mailed("third", "ab12"));

        assertThat(world.personOf(mastodon("2"))).isEqualTo(provisional(mastodon("2")));
        assertThat(world.personOf(x("1"))).isEqualTo(provisional(x("1")));
    }

    @Test
    void listedHandleIsJoinedWithTheClientInAnyOrder() {
        world.sight(x("1"), named("Ann"));
        world.list(world.row(
                "c1", "Ann Example", null, new ClientHandle("x", "@ann"), new ClientHandle("mastodon", "77")));
        world.sight(mastodon("77"), named("other"));

        var client = world.family(DeterministicIds.clientPerson(IdentityFixture.BRAND, "c1"));
        assertThat(client.handleKeys()).containsExactlyInAnyOrder(x("1"), mastodon("77"));
        assertThat(client.person().client()).isTrue();
        assertThat(client.person().clientId()).isEqualTo("c1");
        assertThat(client.person().name()).isEqualTo("Ann Example");
        assertThat(world.state(x("1")).evidence()).extracting(Evidence::rule).contains("CLIENT_LIST");
        assertThat(world.state(mastodon("77")).evidence())
                .extracting(Evidence::rule)
                .contains("CLIENT_LIST");
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void aSecondAccountThatTakesTheNameLaterIsNotTheClient() {
        world.list(world.row("c1", "Ann Example", null, new ClientHandle("x", "ann")));
        world.sight(x("1"), named("ann"));
        world.sight(x("1"), named("anna"));
        world.sight(x("2"), named("ann"));

        assertThat(world.family(DeterministicIds.clientPerson(IdentityFixture.BRAND, "c1"))
                        .handleKeys())
                .containsExactly(x("1"));
    }

    @Test
    void aClientWithoutAHandleIsAPersonAndTheirAddressIsKnown() {
        world.list(world.row("c1", "Ann Example", "ab12"));
        assertThat(world.memory
                        .topics
                        .people
                        .get(IdentityFixture.key(DeterministicIds.clientPerson(IdentityFixture.BRAND, "c1"))
                                .key())
                        .client())
                .isTrue();

        world.sight(x("1"), mailed("ann", "ab12"));

        assertThat(world.family(provisional(x("1"))).person().clientId()).isEqualTo("c1");
    }

    @Test
    void aClientsNewNameIsTheirNameWhereverTheyWereMerged() {
        world.sight(x("1"), named("ann"));
        world.list(world.row("c1", "Ann Example", null, new ClientHandle("x", "1")));
        world.list(world.row("c1", "Ann Sample", null, new ClientHandle("x", "1")));

        assertThat(world.family(provisional(x("1"))).person().name()).isEqualTo("Ann Sample");
    }

    @Test
    void removedClientStaysAPersonWithoutTheMark() {
        world.sight(x("1"), named("ann"));
        world.list(world.row("c1", "Ann Example", null, new ClientHandle("x", "1")), world.row("c2", "Bo", null));

        world.removeFromList("c1", "c2", "nobody");
        world.removeFromList("c1");

        var ann = world.family(DeterministicIds.clientPerson(IdentityFixture.BRAND, "c1"));
        assertThat(ann.person().client()).isFalse();
        assertThat(ann.person().clientId()).isNull();
        assertThat(ann.handleKeys()).containsExactly(x("1"));
        assertThat(world.published()).isEqualTo(world.assignments());
        assertThat(world.memory.topics.people.values()).noneMatch(PersonDescribed::client);
        assertThat(world.memory.lists.rows()).isEmpty();
        assertThat(world.rebuilt().people()).isEqualTo(world.people());
    }

    @Test
    void relistedClientGetsTheMarkAgain() {
        world.sight(x("1"), named("ann"));
        var row = world.row("c1", "Ann Example", null, new ClientHandle("x", "1"));
        world.list(row);
        var before = world.people();
        world.removeFromList("c1");
        assertThat(world.people()).isNotEqualTo(before);

        world.list(row);

        assertThat(world.people()).isEqualTo(before);
    }

    @Test
    void clientListedTwiceKeepsTheMark() {
        world.sight(x("1"), named("ann"));
        world.list(
                world.row("c1", "Ann Example", null, new ClientHandle("x", "1")),
                world.row("c2", "Ann E.", null, new ClientHandle("x", "1")));
        var ann = world.family(provisional(x("1"))).person();

        world.removeFromList(String.valueOf(ann.clientId()));

        assertThat(world.family(ann.person()).person().client()).isTrue();
        assertThat(world.family(ann.person()).person().clientId()).isNotEqualTo(ann.clientId());
    }

    @Test
    void staffMarkIsSetAndCleared() {
        world.sight(x("1"));
        world.staff(1, x("1"), x("2"));
        world.sight(x("2"));
        assertThat(world.memory.topics.handles.get(x("1").key()).staff()).isTrue();
        assertThat(world.memory.topics.handles.get(x("2").key()).staff()).isTrue();

        world.staff(2, x("2"));

        assertThat(world.memory.topics.handles.get(x("1").key()).staff()).isFalse();
        assertThat(world.memory.topics.handles.get(x("2").key()).staff()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "acme_care,101,acme_care",
        "Acme_Help,103,acme_help",
        "acme_help,103,Acme_Help",
        "acme_help,103,@acme_help",
        "@acme_help,103,acme_help",
        "103,103,acme_help",
        "ACME,acme,acme",
        "acme,acme,",
        "Acme,acme,",
        "ÆRE_OG_ÅRE,104,ære_og_åre"
    })
    void staffAreFoundByIdAndByNameInAnyCase(String listed, String id, @Nullable String name) {
        world.staff(1, x(listed));
        world.sight(x(id), name == null ? HandleProfileBuilder.builder().build() : named(name));

        assertThat(world.memory.topics.handles.get(x(id).key()).staff()).isTrue();
    }

    @Test
    void aListedNameMarksAnAccountThatWasSeenBefore() {
        world.sight(x("101"), named("acme_care"));
        world.sight(x("102"), named("ann"));

        world.staff(1, x("Acme_Care"));

        assertThat(world.memory.topics.handles.get(x("101").key()).staff()).isTrue();
        assertThat(world.memory.topics.handles.get(x("102").key()).staff()).isFalse();
    }

    @Test
    void anAccountBecomesStaffWithTheNameOfTheList() {
        world.staff(1, x("acme_care"));
        world.sight(x("101"), named("acme_old"));
        assertThat(world.memory.topics.handles.get(x("101").key()).staff()).isFalse();

        world.sight(x("101"), named("acme_care"));

        assertThat(world.memory.topics.handles.get(x("101").key()).staff()).isTrue();
    }

    @Test
    void staffStaysMarkedInARebuiltStore() {
        world.staff(1, x("1"));
        world.sight(x("1"));
        var rebuilt = world.rebuilt();

        rebuilt.sight(x("1"), named("a new name"));

        assertThat(rebuilt.memory.topics.handles.get(x("1").key()).staff()).isTrue();
    }
}
