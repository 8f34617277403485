package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorReaderTest {

    private static final String ADDRESS = "ada@example.com";
    private static final String HASH = SampleRows.HASHES.hashEmail("nord", ADDRESS, "email");

    private final Map<String, String> warnings = new HashMap<>();
    private final ActorReader reader = new ActorReader(
            SampleRows.HASHES,
            BrandRegisteredBuilder.builder(SampleRows.BRAND).country("NO").build());

    private Actor read(String channel, Map<String, ?> actor) {
        return reader.read(InputFields.of(Map.of("actor", actor)).object("actor"), channel, warnings::put);
    }

    private InputRejectedException rejected(Map<String, ?> actor) {
        return catchThrowableOfType(InputRejectedException.class, () -> read("x", actor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "email; n/a",
                "email; none",
                "email; no address",
                "emailHash; abc",
                "phone; whatsapp:+47",
                "phone; anonymous",
                "phone; call me",
                "phoneHash; 1",
                "followers; 1.2K",
                "followers; -1",
                "followers; 1.5",
                "followers; many",
                "bot; perhaps",
                "relMe; ann",
                "webFinger; ann"
            })
    void anUnusableDetailIsLeftOutWithAWarning(String field, String value) {
        var actor = read("x", Map.of("id", "ann", field, value));

        assertThat(actor).isEqualTo(Actor.of("ann"));
        assertThat(warnings).containsOnlyKeys("actor." + field);
        assertThat(warnings.get("actor." + field)).endsWith("It was left out.");
    }

    @Test
    void aDetailThatIsTooLongIsLeftOutWithAWarning() {
        assertThat(read("x", Map.of("id", "ann", "bio", "x".repeat(10_001))).bio())
                .isNull();
        assertThat(warnings).containsKey("actor.bio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.43628E+18",
                "1,43628E+18",
                "1.43628e+18",
                "1E+18",
                "1.4E18",
                "14362800000000000.0",
                "-1.2E+10",
                "1,436,280,000,000,000,000",
                "1.436.280.000.000.000.000",
                "9.87654321E+17"
            })
    void refusesANumberThatASpreadsheetRounded(String id) {
        assertThat(rejected(Map.of("id", id, "name", "ada")).message()).contains("spreadsheet rounded");
    }

    @ParameterizedTest
    @CsvSource({
        "1436280000000000001,1436280000000000001",
        "12345.0,12345",
        "1e5,1e5",
        "7e3a,7e3a",
        "0,0",
        "UCaBc,UCaBc",
        "t2_1e9,t2_1e9",
        "12E4,12E4",
        "ghostwriter,ghostwriter",
        "nullah,nullah"
    })
    void keepsIdsThatOnlyLookAlike(String id, String read) {
        assertThat(read("x", Map.of("id", id)).id()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[deleted]",
                "[removed]",
                "Facebook User",
                "Anonymous",
                "ghost",
                "Deleted user",
                "deleted_user_1234",
                "undefined",
                "null",
                "(null)",
                "NULL",
                "None",
                "NaN",
                "N/A",
                "#N/A",
                "-",
                "???",
                "unknown",
                "A Google User",
                "LinkedIn Member",
                "Slettet bruker",
                "Gelöschter Nutzer",
                "Ukjent",
                "(not set)",
                "[object Object]",
                "Guest"
            })
    void refusesWordsThatStandForNoAccount(String word) {
        assertThat(rejected(Map.of("name", word)).code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected(Map.of("id", word)).field()).isEqualTo("actor.id");
        assertThat(rejected(Map.of("id", word, "name", word)).message()).contains("no person can be recognised");
        assertThat(read("x", Map.of("id", word, "name", "ada")).id()).isEqualTo("ada");
        assertThat(read("x", Map.of("id", "77", "name", word)).name()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "github,dependabot[bot],true",
        "github,GitHub-Actions[bot],true",
        "reddit,AutoModerator,true",
        "reddit,u/automoderator,true",
        "telegram,weather_bot,true",
        "telegram,NewsBot,true",
        "x,talbot,",
        "x,abbot,",
        "github,robot,",
        "reddit,automod,"
    })
    void recognisesAutomatedAccountsByTheConventionsOfPlatforms(String channel, String name, Boolean bot) {
        assertThat(read(channel, Map.of("id", "7", "name", name)).bot()).isEqualTo(bot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ADA@Example.COM",
                " ada@example.com ",
                "mailto:ada@example.com",
                "MAILTO:ada@example.com?subject=Hi",
                "<ada@example.com>",
                "Ada Byron <ada@example.com>",
                "\"Byron, Ada\" <ada@example.com>",
                "ada%40example.com",
                "<mailto:ada@example.com>"
            })
    void anAddressThatStandsForAnAccountIsHashed(String address) {
        var byId = read("email", Map.of("id", address));
        assertThat(byId.id()).isEqualTo("email-" + HASH);
        assertThat(byId.emailHash()).isEqualTo(HASH);

        var byName = read("email", Map.of("id", "z1", "name", address));
        assertThat(byName)
                .isEqualTo(ActorBuilder.builder().id("z1").emailHash(HASH).build());

        var nameOnly = read("shop", Map.of("name", address));
        assertThat(nameOnly.id()).isEqualTo("email-" + HASH);
        assertThat(nameOnly.toString()).doesNotContain("example");

        var shown = read("chat", Map.of("id", "z1", "displayName", address));
        assertThat(shown.emailHash()).isEqualTo(HASH);
        assertThat(shown.toString()).doesNotContain("example");
    }

    @Test
    void keepsTheRestOfADisplayName() {
        assertThat(read("email", Map.of("id", "1", "displayName", "Ada Byron (ada@example.com)"))
                        .displayName())
                .isEqualTo("Ada Byron");
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon,ann@social.example",
        "lemmy,ann@lemmy.example",
        "x,ann@home",
        "instagram,ann.lee",
        "pixelfed,ann@pix.example"
    })
    void anAccountOfAFederatedPlatformIsNoAddress(String channel, String name) {
        assertThat(read(channel, Map.of("id", name)).id()).isEqualTo(name);
    }

    @Test
    void theAddressThatTheSourceNamesAsSuchComesFirst() {
        var other = SampleRows.HASHES.hashEmail("nord", "ada@other.example", "email");

        assertThat(read("email", Map.of("id", ADDRESS, "email", "ada@other.example"))
                        .emailHash())
                .isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "911 22 001, 4791122001",
        "91122001, 4791122001",
        "(+47) 911 22 001, 4791122001",
        "+46 70 123 45 67, 46701234567",
        "0046701234567, 46701234567",
        "123456789012345, 123456789012345",
    })
    void aNationalNumberIsReadWithTheCountryOfTheBrand(String number, String digits) {
        assertThat(read("phone", Map.of("id", "p1", "phone", number)).phoneHash())
                .isEqualTo(SampleRows.HASHES.hashPhone("nord", digits, "phone"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, a.da+x@gmail.com",
        "email, Ada <A.DA@googlemail.com>",
        "id, a.d.a@gmail.com",
        "id, mailto:ada+news@gmail.com",
        "displayName, Ada (ada+x@googlemail.com)",
        "name, a.da@gmail.com",
    })
    void anotherSpellingOfAMailboxComesWithItsMailbox(String field, String written) {
        var actor = new HashMap<String, Object>(Map.of("id", "a1"));
        actor.put(field, written);

        assertThat(read("email", actor).mailboxHash())
                .isEqualTo(SampleRows.HASHES.hashEmail("nord", "ada@gmail.com", "email"));
        assertThat(read("email", Map.of("id", "a1", "email", "ada@gmail.com")).mailboxHash())
                .isNull();
    }

    @Test
    void aCallerWhoHasOnlyANumberIsKnownByItsHash() {
        var caller = read("phone", Map.of("phone", "+47 911 22 333"));
        var named = read("phone", Map.of("phone", "+47 911 22 333", "name", "Ann"));

        assertThat(caller.id()).isEqualTo("phone-" + SampleRows.HASHES.hashPhone("nord", "4791122333", "phone"));
        assertThat(caller.phoneHash()).isNotNull();
        assertThat(named.id()).isEqualTo("ann");
        assertThatThrownBy(() -> read("phone", Map.of("phone", "call me"))).isInstanceOf(InputRejectedException.class);
        assertThatThrownBy(() -> read("phone", Map.of())).isInstanceOf(InputRejectedException.class);
    }
}
