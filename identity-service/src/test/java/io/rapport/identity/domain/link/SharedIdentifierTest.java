package io.rapport.identity.domain.link;

import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.store.MatchReview;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedIdentifierTest {

    private static final BrandKey BRAND = IdentityFixture.BRAND;

    private final IdentityFixture world = new IdentityFixture();

    private static HandleKey mail(String id) {
        return new HandleKey(BRAND, "email", id);
    }

    private static HandleProfile mailed(String displayName, String hash) {
        return HandleProfileBuilder.builder()
                .displayName(displayName)
                .emailHash(hash)
                .build();
    }

    private static UUID client(String id) {
        return DeterministicIds.clientPerson(BRAND, id);
    }

    private boolean isOf(HandleKey handle, String client) {
        return world.family(client(client)).handleKeys().contains(handle);
    }

    private long clients() {
        return world.memory.people.all.values().stream()
                .filter(person -> person.state().client() && person.state().mergedInto() == null)
                .count();
    }

    @ParameterizedTest(name = "{0} and {1} share a mailbox, {2} writes")
    @CsvSource({
        "Anna Koper, Bram Koper, Anna Koper",
        "Anna Koper, Bram Koper, Bram Koper",
        "Anna Koper, Bram Koper, 'Koper, Bram'",
        "Anna Koper, Bram Koper, Familie Koper",
        "Anna Koper, Bram Koper, A. Koper",
        "Anna Koper, Bram Koper, Reception",
        "Li Wei, Li Na, Li Na",
        "Ola Nordmann, Kari Nordmann, kari",
        "Ola Nordmann, Kari Hansen, Someone Else",
        "Мария Иванова, Иван Иванов, Иван Иванов",
        "José Álvarez, Lucía Álvarez, Lucia Alvarez",
        "Anna Koper, '', Anna Koper",
    })
    void aMailboxOfTwoClientsNeverMakesThemOne(String one, String two, String writes) {
        world.list(world.row("1", one, "ab12cd34ef"), world.row("2", two.isEmpty() ? null : two, "ab12cd34ef"));
        world.sight(mail("m1"), mailed(writes, "ab12cd34ef"));

        assertThat(clients()).isEqualTo(2);
        assertThat(world.state(mail("m1")).evidence())
                .noneMatch(each -> each.rule().equals("EMAIL_HASH"));
        assertThat(isOf(mail("m1"), "1") && isOf(mail("m1"), "2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Bram Koper, Anna Koper",
        "Walk In, Olaf Brekke",
        "B. Koper, Anna Koper",
        "Maria, Anna Koper",
        "Petra van den Berg, Jan van den Berg",
        "'Brekke, Olaf', Siri Moe",
        "Наталья Петрова, Сергей Петров",
        "Ahmet Yılmaz, Ayşe Yılmaz",
        "Dr. Karl Huber, Frau Maria Huber",
        "Kim Lee, Robert Lee",
    })
    void aContradictingNameIsNotJoinedByTheAddress(String writes, String listed) {
        world.list(world.row("1", listed, "ab12cd34ef"));
        world.sight(mail("m1"), mailed(writes, "ab12cd34ef"));

        assertThat(isOf(mail("m1"), "1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Koper, Anna Koper",
        "anna koper, Anna KOPER",
        "'Koper, Anna', Anna Koper",
        "Anna, Anna Koper",
        "A. Koper, Anna Koper",
        "annie78, Anna Koper",
        "Anna K, Anna Koper",
        "Bob Smith, Robert Smith",
        "Jose Alvarez, José Álvarez",
        "Info, Anna Koper",
        "Sneakerhead, Anna Koper",
    })
    void anAddressOfOneClientJoinsWhereNamesDoNotContradict(String writes, String listed) {
        world.list(world.row("1", listed, "ab12cd34ef"));
        world.sight(mail("m1"), mailed(writes, "ab12cd34ef"));

        assertThat(isOf(mail("m1"), "1")).isTrue();
    }

    @Test
    void rowsOfOneClientAreJoinedByTheirAddress() {
        world.list(world.row("1", "Anna Koper", "ab12cd34ef"), world.row("2", "Koper, Anna", "ab12cd34ef"));
        world.sight(mail("m1"), mailed("Anna Koper", "ab12cd34ef"));

        assertThat(isOf(mail("m1"), "1")).isTrue();
        assertThat(clients()).isEqualTo(1);
    }

    @Test
    void aPlaceholderAddressOfManyClientsJoinsNobody() {
        var names = List.of("Olaf Brekke", "Siri Moe", "Jon Vik", "Ida Ruud", "Per Lund", "Eli Foss", "Kai Strand");
        IntStream.range(0, names.size()).forEach(i -> world.list(world.row("c" + i, names.get(i), "00aa11bb22")));
        world.sight(new HandleKey(BRAND, "shop", "77"), mailed("Walk In", "00aa11bb22"));

        assertThat(clients()).isEqualTo(names.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none", "None", "@none", "N/A", "n.a.", "-", "null", "unknown", "keine", "ingen", "aucun", "ｎｏｎｅ", "x"
            })
    void aPlaceholderInAnAccountColumnIsNoAccount(String cell) {
        world.list(world.row("3", "Kari Vik", null, new ClientHandle("x", cell)), world.row("4", "Olav Moen", null));
        var handle = x("77");
        world.sight(
                handle,
                HandleProfileBuilder.builder()
                        .name(cell)
                        .displayName("Nora None")
                        .build());

        assertThat(isOf(handle, "3")).isFalse();
        assertThat(clients()).isEqualTo(2);
    }

    /** What exports write in place of an account, and ids that went through a spreadsheet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.43628E+18",
                "1,43628e+18",
                "4E+15",
                "1436280000000000000.0",
                "undefined",
                "(null)",
                "[deleted]",
                "Deleted user",
                "deleted_user_1234",
                "Facebook User",
                "LinkedIn Member",
                "A Google User",
                "ghost",
                "Anonymous",
                "Guest",
                "[object Object]",
                "Slettet bruker",
                "Gelöschter Nutzer",
                "(not set)",
                "#N/A"
            })
    void whatStandsForNoAccountIsNobodysAccount(String cell) {
        aPlaceholderInAnAccountColumnIsNoAccount(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghostwriter",
                "nullah",
                "12E4",
                "1e5",
                "7e3a",
                "deletedscenes",
                "guesthouse_oslo",
                "nonesuch",
                "anonymouse",
                "undefinedlove",
                "facebookuser_kari",
                "1436280000000000001"
            })
    void anAccountThatOnlyLooksAlikeIsAnAccount(String account) {
        world.list(world.row("3", "Kari Vik", null, new ClientHandle("x", account)), world.row("4", "Olav Moen", null));
        var handle = x("77");
        world.sight(handle, HandleProfileBuilder.builder().name(account).build());

        assertThat(isOf(handle, "3")).isTrue();
    }

    @Test
    void anAccountThatSeveralClientsNameIsNobodys() {
        world.list(
                world.row("1", "Kari Vik", null, new ClientHandle("x", "shoptablet")),
                world.row("2", "Olav Moen", null, new ClientHandle("x", "@ShopTablet")));
        world.sight(x("9"), HandleProfileBuilder.builder().name("shoptablet").build());

        assertThat(clients()).isEqualTo(2);
        assertThat(isOf(x("9"), "1") || isOf(x("9"), "2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat",
                "livechat",
                "chatbot",
                "web",
                "webform",
                "form",
                "forms",
                "contact-form",
                "blog",
                "guestbook",
                "survey"
            })
    void anAddressTypedByItsSenderIsSuggestedOnly(String channel) {
        world.list(world.row("1", "Anna Koper", "ab12cd34ef"));
        var typed = new HandleKey(BRAND, channel, "s1");
        world.sight(typed, mailed("Anna Koper", "ab12cd34ef"));

        assertThat(isOf(typed, "1")).isFalse();
        assertThat(world.memory.reviews.findPage(BRAND, null, 10))
                .extracting(MatchReview::contradictions)
                .anyMatch(each -> each.contains("a contact that its sender typed"));
    }

    @Test
    void aCorrectedAddressSeparatesWhatItJoined() {
        world.list(world.row("1", "A Koper", "ab12cd34ef"), world.row("2", "A Koper", "ab12cd34ef"));
        world.sight(mail("m1"), mailed(null, "ab12cd34ef"));
        assertThat(clients()).isEqualTo(1);

        world.list(world.row("2", "Bram Koper", "99ff88ee77"));

        assertThat(clients()).isEqualTo(2);
        assertThat(isOf(mail("m1"), "1")).isTrue();
        assertThat(isOf(mail("m1"), "2")).isFalse();
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void aJoinThatTheListNoLongerSupportsIsSuggestedInstead() {
        world.list(world.row("1", "Anna Koper", null, new ClientHandle("x", "anna")));
        world.sight(x("9"), HandleProfileBuilder.builder().name("anna").build());
        assertThat(isOf(x("9"), "1")).isTrue();

        world.list(world.row("1", "Anna Koper", null, new ClientHandle("x", "annak")));

        assertThat(isOf(x("9"), "1")).isFalse();
        assertThat(world.memory.reviews.findPage(BRAND, null, 10)).hasSize(1);

        world.list(world.row("1", "Anna Koper", null, new ClientHandle("x", "anna")));
        assertThat(isOf(x("9"), "1")).isTrue();
    }

    @Test
    void aCorrectionLeavesWhatAUserDecided() {
        world.list(world.row("1", "Anna Koper", "ab12cd34ef"));
        world.sight(x("9"), HandleProfileBuilder.builder().name("runner").build());
        world.merge(client("1"), world.personOf(x("9")));

        world.list(world.row("1", "Anna Koper", "99ff88ee77"));

        assertThat(isOf(x("9"), "1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same sighting", "same row", "restart", "new contact", "whole brand", "other client row"})
    void whatAUserUndidIsNotMadeAgain(String path) {
        world.list(world.row("1", "Anna Koper", "ab12cd34ef", new ClientHandle("x", "anna")));
        var profile = HandleProfileBuilder.builder()
                .name("anna")
                .displayName("Anna Koper")
                .emailHash("ab12cd34ef")
                .build();
        world.sight(x("9"), profile);
        var joined = world.family(client("1")).members().stream()
                .flatMap(member -> member.state().decisions().stream())
                .filter(DecisionType.JOINED::matches)
                .findFirst()
                .orElseThrow();
        world.identity.decisions().undo(IdentityFixture.key(client("1")), joined.id(), world.rationale("no"));
        assertThat(isOf(x("9"), "1")).isFalse();

        var after = path.equals("restart") ? world.restarted() : world;
        switch (path) {
            case "same row" -> after.list(after.row("1", "Anna Koper", "ab12cd34ef", new ClientHandle("x", "anna")));
            case "new contact" ->
                after.sight(
                        x("9"),
                        HandleProfileBuilder.builder()
                                .name("anna")
                                .displayName("Anna Koper")
                                .bio("bio")
                                .emailHash("ab12cd34ef")
                                .build());
            case "whole brand" ->
                after.identity
                        .brandRematch()
                        .run(BRAND, true, IdentityFixture.NOW.plusSeconds(99), (done, all) -> true);
            case "other client row" ->
                after.list(after.row("2", "Anna Koper", "ab12cd34ef", new ClientHandle("x", "anna")));
            default -> after.sight(x("9"), profile);
        }

        assertThat(after.family(client("1")).handleKeys()).doesNotContain(x("9"));
    }
}
