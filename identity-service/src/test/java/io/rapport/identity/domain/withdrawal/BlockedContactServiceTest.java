package io.rapport.identity.domain.withdrawal;

import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.BlockedContact;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.ContactKind;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.link.ContactPolicy;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedContactServiceTest {

    private static final BrandKey BRAND = IdentityFixture.BRAND;
    private static final HandleKey MAIL = new HandleKey(BRAND, "email", "m1");
    private static final HandleKey X = x("9");
    private static final String EMAIL = "ab12cd34ef";
    private static final String PHONE = "77aa66bb55";

    private IdentityFixture world = new IdentityFixture();

    private static UUID client(String id) {
        return DeterministicIds.clientPerson(BRAND, id);
    }

    private boolean isOf(HandleKey handle, String client) {
        return world.family(client(client)).handleKeys().contains(handle);
    }

    private static BlockedContact blocked(String kind, String value) {
        var account = kind.equals("ACCOUNT");
        return new BlockedContact(
                ContactKind.valueOf(kind), account ? "x" : null, value, "shared", "ann", IdentityFixture.NOW);
    }

    private BlockedContactService.BlockResult block(BlockedContact... contacts) {
        return world.identity
                .blockedContacts()
                .block(
                        BRAND,
                        List.of(contacts),
                        "ann",
                        world.rationale("shared").at());
    }

    private ClientListed anna() {
        return ClientListedBuilder.builder(world.row("1", "Anna Koper", EMAIL, new ClientHandle("x", "shoptablet")))
                .details(ClientDetailsBuilder.builder()
                        .phoneHash(PHONE)
                        .links(List.of())
                        .build())
                .build();
    }

    private void sees(HandleKey handle, String kind) {
        var profile = HandleProfileBuilder.builder();
        switch (kind) {
            case "EMAIL" -> profile.emailHash(EMAIL);
            case "PHONE" -> profile.phoneHash(PHONE);
            default -> profile.name("@ShopTablet");
        }
        world.sight(handle, profile.build());
    }

    @ParameterizedTest(name = "{0} {1} blocked, then {2}")
    @CsvSource({
        "EMAIL, ab12cd34ef, sighting",
        "EMAIL, ab12cd34ef, row",
        "EMAIL, ab12cd34ef, whole brand",
        "EMAIL, ab12cd34ef, restart",
        "EMAIL, ab12cd34ef, rebuilt",
        "PHONE, 77aa66bb55, sighting",
        "PHONE, 77aa66bb55, row",
        "PHONE, 77aa66bb55, whole brand",
        "PHONE, 77aa66bb55, restart",
        "ACCOUNT, shoptablet, sighting",
        "ACCOUNT, shoptablet, row",
        "ACCOUNT, shoptablet, whole brand",
        "ACCOUNT, shoptablet, restart",
        "ACCOUNT, shoptablet, rebuilt",
    })
    void aBlockedValueEndsWhatItJoinedAndIsNotEvidenceAgain(String kind, String value, String path) {
        var handle = kind.equals("ACCOUNT") ? X : MAIL;
        world.list(anna());
        sees(handle, kind);
        assertThat(isOf(handle, "1")).isTrue();

        assertThat(block(blocked(kind, value)).ended()).isEqualTo(1);

        assertThat(isOf(handle, "1")).isFalse();
        assertThat(world.memory.reviews.findPage(BRAND, null, 9)).hasSize(1);
        assertThat(world.published()).isEqualTo(world.assignments());
        switch (path) {
            case "row" -> world.list(anna());
            case "whole brand" ->
                world.identity
                        .brandRematch()
                        .run(BRAND, true, IdentityFixture.NOW.plusSeconds(99), (done, all) -> true);
            case "restart" -> world = world.restarted();
            case "rebuilt" -> world = world.rebuilt();
            default -> {}
        }
        sees(handle, kind);
        assertThat(isOf(handle, "1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, ab12cd34ef", "PHONE, 77aa66bb55", "ACCOUNT, shoptablet"})
    void aValueBlockedFromTheStartJoinsNobodyUntilItIsAllowed(String kind, String value) {
        var handle = kind.equals("ACCOUNT") ? X : MAIL;
        block(blocked(kind, value));
        world.list(anna());
        sees(handle, kind);
        assertThat(isOf(handle, "1")).isFalse();

        world.identity
                .blockedContacts()
                .unblock(
                        BRAND,
                        blocked(kind, value),
                        "ann",
                        world.rationale("a mistake").at());
        world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW.plusSeconds(99), (done, all) -> true);
        sees(handle, kind);

        assertThat(isOf(handle, "1")).isTrue();
    }

    @Test
    void aBlockedValueLeavesWhatAUserDecidedAndOtherEvidence() {
        world.list(anna());
        world.sight(X, HandleProfileBuilder.builder().name("runner").build());
        world.merge(client("1"), world.personOf(X));
        sees(MAIL, "EMAIL");

        assertThat(block(blocked("PHONE", PHONE), blocked("ACCOUNT", "shoptablet"))
                        .ended())
                .isZero();
        assertThat(isOf(X, "1")).isTrue();
        assertThat(isOf(MAIL, "1")).isTrue();
    }

    @Test
    void aSuggestionAboutAnEndedUnionOutlivesARunOverTheBrand() {
        world.list(anna());
        sees(MAIL, "EMAIL");
        block(blocked("EMAIL", EMAIL));
        var suggested = world.memory.reviews.findPage(BRAND, null, 9);

        world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW.plusSeconds(99), (done, all) -> true);

        assertThat(world.memory.reviews.findPage(BRAND, null, 9))
                .isEqualTo(suggested)
                .hasSize(1);
    }

    @Test
    void theListOfBlockedValuesIsPublishedAndReplaced() {
        block(blocked("EMAIL", EMAIL));
        block(blocked("EMAIL", EMAIL), blocked("PHONE", PHONE));
        assertThat(world.identity.blockedContacts().find(BRAND))
                .containsExactly(blocked("EMAIL", EMAIL), blocked("PHONE", PHONE));

        world.identity
                .blockedContacts()
                .replace(BRAND, List.of(blocked("ACCOUNT", "desk")), "ann", IdentityFixture.NOW);

        assertThat(world.rebuilt().identity.blockedContacts().find(BRAND)).containsExactly(blocked("ACCOUNT", "desk"));
    }

    @Test
    void aBrandBlocksALimitedNumberOfValues() {
        var many = IntStream.rangeClosed(0, BlockedContactService.MAX)
                .mapToObj(n -> blocked("EMAIL", "%010x".formatted(n)))
                .toArray(BlockedContact[]::new);

        assertThatIllegalArgumentException().isThrownBy(() -> block(many));
    }

    private List<Decision> find(String evidence, String after, int limit) {
        return world
                .identity
                .unions()
                .findPage(BRAND, EvidenceKind.valueOf(evidence).rules(), each -> true, after, limit)
                .unions()
                .stream()
                .map(EvidenceUnion::decision)
                .toList();
    }

    @ParameterizedTest(name = "joined by {0}, asked for {1}: {2}")
    @CsvSource({
        "EMAIL, EMAIL, 1",
        "EMAIL, PHONE, 0",
        "EMAIL, ACCOUNT, 0",
        "EMAIL, SIMILARITY, 0",
        "PHONE, PHONE, 1",
        "PHONE, EMAIL, 0",
        "PHONE, LINK, 0",
        "ACCOUNT, ACCOUNT, 1",
        "ACCOUNT, EMAIL, 0",
        "ACCOUNT, PHONE, 0",
    })
    void unionsAreFoundByTheirEvidence(String kind, String asked, int found) {
        world.list(anna());
        sees(kind.equals("ACCOUNT") ? X : MAIL, kind);

        assertThat(find(asked, "", 9)).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sighting", "row", "whole brand", "restart", "rebuilt"})
    void whatWasUndoneInBulkIsNotMadeAgain(String path) {
        world.list(anna());
        sees(MAIL, "EMAIL");
        var ids = ContactPolicy.claimIds(BRAND, List.of(blocked("EMAIL", EMAIL)));
        var page = world.identity.unions().findPage(ids, each -> true, "", 9);
        assertThat(page.unions()).hasSize(1);
        page.unions()
                .forEach(union -> world.identity
                        .decisions()
                        .undo(union.lead(), union.decision().id(), world.rationale("a shared mailbox")));

        switch (path) {
            case "row" -> world.list(anna());
            case "whole brand" ->
                world.identity
                        .brandRematch()
                        .run(BRAND, true, IdentityFixture.NOW.plusSeconds(99), (done, all) -> true);
            case "restart" -> world = world.restarted();
            case "rebuilt" -> world = world.rebuilt();
            default -> {}
        }
        sees(MAIL, "EMAIL");

        assertThat(isOf(MAIL, "1")).isFalse();
        assertThat(world.identity.unions().findPage(ids, each -> true, "", 9).unions())
                .isEmpty();
    }

    @Test
    void unionsAreFoundInPages() {
        for (var n = 0; n < 7; n++) {
            var hash = "a%09d".formatted(n);
            world.list(world.row("c" + n, "Client " + (char) ('A' + n), hash));
            world.sight(
                    new HandleKey(BRAND, "email", "e" + n),
                    HandleProfileBuilder.builder().emailHash(hash).build());
        }
        var unions = world.identity.unions();
        var rules = EvidenceKind.EMAIL.rules();
        var all = unions.findPage(BRAND, rules, each -> true, "", 100);
        assertThat(all.unions()).hasSize(7);
        assertThat(all.next()).isEmpty();

        var first = unions.findPage(BRAND, rules, each -> true, "", 3);
        var second = unions.findPage(BRAND, rules, each -> true, first.next(), 3);
        var third = unions.findPage(BRAND, rules, each -> true, second.next(), 3);
        assertThat(List.of(first.unions(), second.unions(), third.unions()))
                .extracting(List::size)
                .containsExactly(3, 3, 1);
        assertThat(third.next()).isEmpty();
    }
}
