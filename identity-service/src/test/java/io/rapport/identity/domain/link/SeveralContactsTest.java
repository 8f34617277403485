package io.rapport.identity.domain.link;

import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.FurtherContacts;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PolicySetBuilder;
import io.rapport.identity.domain.IdentityFixture;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralContactsTest {

    private static final BrandKey BRAND = IdentityFixture.BRAND;
    private static final HandleKey MAIL = new HandleKey(BRAND, "email", "m1");

    private IdentityFixture world = new IdentityFixture();

    private ClientListed row(String client, String name, List<String> emails, List<String> phones, String... boxes) {
        var further = new FurtherContacts(
                emails.stream().skip(1).toList(), phones.stream().skip(1).toList(), List.of(boxes));
        var details = ClientDetailsBuilder.builder()
                .phoneHash(phones.stream().findFirst().orElse(null))
                .links(List.of())
                .further(further.equals(FurtherContacts.NONE) ? null : further)
                .build();
        var first = emails.stream().findFirst().orElse(null);
        return ClientListedBuilder.builder(world.row(client, name, first))
                .details(details)
                .build();
    }

    private static HandleProfile profile(@Nullable String email, @Nullable String phone, @Nullable String mailbox) {
        return HandleProfileBuilder.builder()
                .emailHash(email)
                .phoneHash(phone)
                .mailboxHash(mailbox)
                .build();
    }

    private static UUID client(String id) {
        return DeterministicIds.clientPerson(BRAND, id);
    }

    private boolean isOf(HandleKey handle, String client) {
        return world.family(client(client)).handleKeys().contains(handle);
    }

    private void joinMailboxes(boolean on) {
        var policies = world.identity.policies();
        policies.update(PolicySetBuilder.builder(policies.find(BRAND))
                .mailboxAliases(on)
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd", "eeeeeeeeee"})
    void aClientIsFoundByEachAddress(String hash) {
        world.list(row(
                "1",
                "Anna Koper",
                List.of("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd", "eeeeeeeeee"),
                List.of()));
        world.sight(MAIL, profile(hash, null, null));

        assertThat(isOf(MAIL, "1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111111111", "2222222222", "3333333333"})
    void aClientIsFoundByEachNumber(String hash) {
        world.list(row("1", "Anna Koper", List.of(), List.of("1111111111", "2222222222", "3333333333")));
        world.sight(MAIL, profile(null, hash, null));

        assertThat(isOf(MAIL, "1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaa", "bbbbbbbbbb"})
    void aHandleThatWasThereFirstIsFoundByEachAddress(String hash) {
        world.sight(MAIL, profile(hash, null, null));
        world.list(row("1", "Anna Koper", List.of("aaaaaaaaaa", "bbbbbbbbbb"), List.of()));

        assertThat(isOf(MAIL, "1")).isTrue();
    }

    @ParameterizedTest(name = "{0} shared with {1}")
    @CsvSource({
        "bbbbbbbbbb, Bram Koper",
        "bbbbbbbbbb, Olaf Brekke",
        "aaaaaaaaaa, Bram Koper",
        "aaaaaaaaaa, Olaf Brekke",
    })
    void aFurtherAddressThatOtherClientsHaveIsNoEvidence(String shared, String other) {
        world.list(
                row("1", "Anna Koper", List.of("aaaaaaaaaa", "bbbbbbbbbb"), List.of()),
                row("2", other, List.of("cccccccccc", shared), List.of()));
        world.sight(MAIL, profile(shared, null, null));

        assertThat(isOf(MAIL, "1") || isOf(MAIL, "2")).isFalse();
        assertThat(world.family(client("1")).head().key())
                .isNotEqualTo(world.family(client("2")).head().key());
    }

    @Test
    void aFurtherAddressThatACorrectedListLacksEndsWhatItJoined() {
        world.list(row("1", "Anna Koper", List.of("aaaaaaaaaa", "bbbbbbbbbb"), List.of()));
        world.sight(MAIL, profile("bbbbbbbbbb", null, null));
        assertThat(isOf(MAIL, "1")).isTrue();

        world.list(row("1", "Anna Koper", List.of("aaaaaaaaaa"), List.of()));

        assertThat(isOf(MAIL, "1")).isFalse();
        assertThat(world.memory.reviews.findPage(BRAND, null, 10)).hasSize(1);
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "aaaaaaaaaa, -, -",
                "bbbbbbbbbb, -, -",
                "-, 1111111111, -",
                "-, 2222222222, -",
                "cccccccccc, -, -",
                "dddddddddd, -, cccccccccc",
                "dddddddddd, -, bbbbbbbbbb",
            })
    void eachContactOfAnErasedClientIsSuppressed(
            @Nullable String email, @Nullable String phone, @Nullable String mailbox) {
        world.list(row(
                "1",
                "Anna Koper",
                List.of("aaaaaaaaaa", "bbbbbbbbbb"),
                List.of("1111111111", "2222222222"),
                "cccccccccc"));
        var before = new HandleKey(BRAND, "chat", "before");
        world.sight(before, profile(email, phone, mailbox));
        world.identity.erasures().erase(IdentityFixture.key(client("1")), world.rationale("request"));

        world.sight(MAIL, profile(email, phone, mailbox));
        var again = row(
                "9",
                "Anna K",
                email == null ? List.of("ffffffffff") : List.of("ffffffffff", email),
                phone == null ? List.of() : List.of("9999999999", phone),
                mailbox == null ? new String[0] : new String[] {mailbox});
        world.list(again);

        assertThat(world.memory.handles.all).doesNotContainKeys(MAIL.key(), before.key());
        assertThat(world.memory.people.all).isEmpty();
    }

    @Test
    void theMailboxOfAnErasedHandleIsSuppressed() {
        world.sight(MAIL, profile("aaaaaaaaaa", null, "bbbbbbbbbb"));
        world.identity.erasures().erase(IdentityFixture.key(world.personOf(MAIL)), world.rationale("request"));

        world.sight(x("1"), profile("bbbbbbbbbb", null, null));
        world.sight(x("2"), profile("cccccccccc", null, "bbbbbbbbbb"));

        assertThat(world.memory.handles.all).isEmpty();
    }

    @ParameterizedTest(name = "client {0}/{1}, handle {2}/{3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "aaaaaaaaaa, bbbbbbbbbb, bbbbbbbbbb, -",
                "aaaaaaaaaa, bbbbbbbbbb, cccccccccc, bbbbbbbbbb",
                "bbbbbbbbbb, -, cccccccccc, bbbbbbbbbb",
            })
    void spellingsOfAMailboxAreOneAddressOnlyWhereTheBrandSaysSo(
            String listed, @Nullable String listedBox, String seen, @Nullable String seenBox) {
        for (var on : List.of(false, true)) {
            world = new IdentityFixture();
            joinMailboxes(on);
            world.list(row(
                    "1",
                    "Anna Koper",
                    List.of(listed),
                    List.of(),
                    listedBox == null ? new String[0] : new String[] {listedBox}));
            world.sight(MAIL, profile(seen, null, seenBox));

            assertThat(isOf(MAIL, "1")).isEqualTo(on);
        }
    }

    @Test
    void tagsOfOneMailboxThatClientsOfDifferentNamesUseAreNoEvidence() {
        joinMailboxes(true);
        world.list(
                row("1", "Anna Koper", List.of("aaaaaaaaaa"), List.of(), "bbbbbbbbbb"),
                row("2", "Bram Koper", List.of("cccccccccc"), List.of(), "bbbbbbbbbb"));
        world.sight(MAIL, profile("bbbbbbbbbb", null, null));

        assertThat(isOf(MAIL, "1") || isOf(MAIL, "2")).isFalse();
    }

    @Test
    void anOptionSetLaterAppliesToTheNextRunOverTheBrand() {
        world.list(row("1", "Anna Koper", List.of("aaaaaaaaaa"), List.of(), "bbbbbbbbbb"));
        world.sight(MAIL, profile("bbbbbbbbbb", null, null));
        assertThat(isOf(MAIL, "1")).isFalse();

        joinMailboxes(true);
        world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW.plusSeconds(99), (done, all) -> true);

        assertThat(isOf(MAIL, "1")).isTrue();
    }
}
