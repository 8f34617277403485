package io.rapport.ingest.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.SampleRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngagementReaderTest {

    private final Map<String, String> warnings = new HashMap<>();
    private final EngagementReader reader = new EngagementReader(SampleRows.REQUEST, SampleRows.HASHES);

    private EngagementReceived with(String path, Object value) {
        return read(SampleRows.rowWith(path, value));
    }

    private EngagementReceived read(Map<?, ?> row) {
        return reader.read(row, warnings::put);
    }

    private InputRejectedException rejected(String path, Object value) {
        return rejected(SampleRows.rowWith(path, value));
    }

    private InputRejectedException rejected(Map<?, ?> row) {
        return catchThrowableOfType(InputRejectedException.class, () -> read(row));
    }

    @Test
    void readsTheEvidenceOfTheActor() {
        var row = SampleRows.rowWith("actor.phone", "+47 911 22 333");
        var actor = actor(row);
        actor.put("relMe", List.of("https://ann.example", "https://social.example/@ann"));
        actor.put("webFinger", "@Ann@Social.Example");

        var read = read(row).actor();

        assertThat(read.phoneHash()).isEqualTo(SampleRows.HASHES.hashPhone("nord", "4791122333", "phone"));
        assertThat(read.relMe()).containsExactly("https://ann.example", "https://social.example/@ann");
        assertThat(read.webFinger()).isEqualTo("acct:ann@social.example");
        actor.remove("phone");
        actor.put("phoneHash", "AB".repeat(32));
        actor.put("relMe", "https://a.example|https://b.example");
        var again = read(row).actor();
        assertThat(again.phoneHash()).isEqualTo("ab".repeat(32));
        assertThat(again.relMe()).hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> actor(Map<String, Object> row) {
        return (Map<String, Object>) row.get("actor");
    }

    @Test
    void readsTheSourceOfEachRow() {
        assertThat(with("source", "shop").source()).isEqualTo("shop");
        assertThat(with("source", "test").source()).isEqualTo("test");
        assertThat(rejected("source", "No token").field()).isEqualTo("source");
        assertThat(rejected("source", " ").code()).isEqualTo(RejectionCode.MISSING_FIELD);
        assertThat(with("source", "test").source()).isEqualTo("test");
    }

    @Test
    void readsTheRevisionAndTheWithdrawal() {
        assertThat(with("revision", 1773562860000L).revision()).isEqualTo(1773562860000L);
        assertThat(with("revision", "9007199254740991").revision()).isEqualTo(EngagementReceived.MAX_REVISION);
        assertThat(with("withdrawn", true).withdrawn()).isTrue();
        assertThat(with("withdrawn", "yes").withdrawn()).isTrue();
        assertThat(with("withdrawn", false).withdrawn()).isNull();
        assertThat(read(SampleRows.row()))
                .matches(plain -> plain.revision() == null && plain.withdrawn() == null && plain.revisionRank() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "revision,-1,'is -1, but has to be a whole number from 0 to 9007199254740991.'",
        "revision,1.5,'is 1.5, but has to be a whole number from 0 to 9007199254740991.'",
        "revision,9007199254740992,'has to be a whole number from 0 to 9007199254740991.'",
        "revision,2026-03-02T10:00:00Z,'has to be a number.'",
        "withdrawn,maybe,'is ''maybe'', but has to be true or false.'"
    })
    void refusesOtherRevisionsAndWithdrawals(String field, String value, String message) {
        var rejected = rejected(field, value);

        assertThat(rejected.code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected).hasMessageContaining(field).hasMessageContaining(message);
    }

    @Test
    void setsTheFieldsOfTheServer() {
        var engagement = read(SampleRows.row());

        assertThat(engagement.id()).isEqualTo(DeterministicIds.engagement(SampleRows.BRAND.brandKey(), "test", "1"));
        assertThat(engagement.agency()).isEqualTo("nord");
        assertThat(engagement.brand()).isEqualTo("acme");
        assertThat(engagement.receivedAt()).isEqualTo(SampleRows.NOW);
        assertThat(engagement.day()).isEqualTo(LocalDate.parse("2026-01-31"));
    }

    @Test
    void ignoresUnknownFieldsAndFieldsOfTheServer() {
        var row = SampleRows.rowWith("colour", "red");
        row.put("id", "mine");
        row.put("day", "1999-01-01");
        row.put("receivedAt", "1999-01-01T00:00:00Z");

        assertThat(read(row)).isEqualTo(read(SampleRows.row()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "sourceId", "occurredAt", "channel", "kind", "direction", "actor"})
    void requiresMandatoryFields(String field) {
        var row = SampleRows.row();
        row.remove(field);

        var reason = rejected(row);

        assertThat(reason.code()).isEqualTo(RejectionCode.MISSING_FIELD);
        assertThat(reason.message()).startsWith(field);
    }

    @Test
    void treatsNullAndBlankAsMissing() {
        assertThat(rejected("sourceId", null).code()).isEqualTo(RejectionCode.MISSING_FIELD);
        assertThat(rejected("sourceId", "  ").code()).isEqualTo(RejectionCode.MISSING_FIELD);
        assertThat(rejected("actor.id", " ").code()).isEqualTo(RejectionCode.MISSING_FIELD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "channel; ../etc",
                "source; ../etc",
                "agency; other",
                "brand; other",
                "actor.id; a\u0000b",
                "content.rating; 5.1",
                "content.rating; -0.1",
                "content.rating; NaN",
                "content.language; !",
                "value.minutes; -5",
                "value.minutes; 0",
                "value.minutes; NaN",
                "value.minutes; Infinity",
                "value.amount; 1e400",
                "value.amount; ten",
                "value.currency; Euro",
                "actor; ann",
                "content; hello"
            })
    void rejectsInvalidValues(String path, String value) {
        var reason = rejected(path, value);

        assertThat(reason.code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(reason.field()).isEqualTo(path);
        assertThat(reason.message()).startsWith(path).endsWith(".");
    }

    @Test
    void rejectsObjectsAndListsInsteadOfText() {
        assertThat(rejected("sourceId", List.of("a")).code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected("content.text", Map.of()).code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected("content.topics", 7).code()).isEqualTo(RejectionCode.INVALID_FIELD);
    }

    @Test
    void listsTheKnownValues() {
        var reason = rejected("kind", "LIKE");

        assertThat(reason.code()).isEqualTo(RejectionCode.UNKNOWN_VALUE);
        assertThat(reason.message())
                .startsWith("kind is 'LIKE'; known are VISIT, REACTION")
                .doesNotContain("UNKNOWN");
        assertThat(rejected("direction", "SIDEWAYS").message()).contains("INBOUND, OUTBOUND");
        assertThat(rejected("kind", "UNKNOWN").code()).isEqualTo(RejectionCode.UNKNOWN_VALUE);
    }

    @Test
    void aPostIsOutbound() {
        assertThat(rejected("kind", "POST").field()).isEqualTo("direction");
        var row = SampleRows.rowWith("kind", "POST");
        row.put("direction", "outbound");
        assertThat(read(row).kind()).hasToString("POST");
    }

    @Test
    void limitsTheLengthOfFields() {
        assertThat(with("content.text", "x".repeat(100_000)).content()).isNotNull();
        assertThat(rejected("content.text", "x".repeat(100_001)).code()).isEqualTo(RejectionCode.TOO_LARGE);
        assertThat(rejected("actor.id", "x".repeat(513)).code()).isEqualTo(RejectionCode.TOO_LARGE);
        var topics = IntStream.range(0, 51).mapToObj(n -> "topic " + n).toList();
        assertThat(rejected("content.topics", topics).code()).isEqualTo(RejectionCode.TOO_LARGE);
    }

    @Test
    void usesTheNameInsteadOfAMissingId() {
        var row = SampleRows.row();
        row.put("actor", Map.of("name", " @Ａnn_Lee "));

        var actor = read(row).actor();

        assertThat(actor.id()).isEqualTo("ann_lee");
        assertThat(actor.name()).isEqualTo("@Ａnn_Lee");
    }

    @ParameterizedTest
    @CsvSource({
        "Twitter,acme_care,x,acme_care",
        "X,101,x,101",
        "x,@Acme_Care,x,acme_care",
        "x,https://x.com/Acme_Care/status/1,x,acme_care",
        "Facebook,https://www.facebook.com/profile.php?id=123,facebook,123",
        "FB,Ann.Lee,facebook,Ann.Lee",
        "Insta,instagram.com/ann/reels/,instagram,ann",
        "YouTube,UCaBcDeF,youtube,UCaBcDeF",
        "mastodon,https://social.example/users/ann,mastodon,ann@social.example",
        "blog,https://ann.example/me,blog,https://ann.example/me",
        "forum,https://forum.example/members/ann,forum,https://forum.example/members/ann",
        "reddit,u/Ann,reddit,u/Ann"
    })
    void readsChannelAndAccountInAnySpelling(String channel, String id, String readChannel, String readId) {
        var row = SampleRows.rowWith("actor.id", id);
        row.put("channel", channel);

        assertThat(read(row).handleKey().channel()).isEqualTo(readChannel);
        assertThat(read(row).actor().id()).isEqualTo(readId);
    }

    @Test
    void usesThePageInsteadOfAMissingIdAndName() {
        var row = SampleRows.rowWith("channel", "x");
        row.put("actor", Map.of("url", "https://twitter.com/Ann_Lee?s=20"));

        assertThat(read(row).actor().id()).isEqualTo("ann_lee");
    }

    @Test
    void replacesUnpairedSurrogatesInNamesAndRejectsThemInIds() {
        assertThat(with("actor.displayName", "Ann \uD83D").actor().displayName())
                .isEqualTo("Ann \uFFFD");
        assertThat(with("content.text", "fine \uD83D\uDE00").content())
                .hasFieldOrPropertyWithValue("text", "fine \uD83D\uDE00");
        assertThat(rejected("actor.id", "ann\uD83D").code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(rejected("sourceId", "1\uDE00").code()).isEqualTo(RejectionCode.INVALID_FIELD);
    }

    @Test
    void marksPaidContent() {
        assertThat(with("content.text", "Great stuff. #AD").isPaid()).isTrue();
        assertThat(with("content.text", "An #adventure").isPaid()).isFalse();
        assertThat(with("content.paid", "true").isPaid()).isTrue();
        assertThat(with("content.paid", false).isPaid()).isFalse();
    }

    @Test
    void visitsOfUnknownVisitorsAreOfABot() {
        var row = SampleRows.rowWith("value.visits", "41");
        row.put("kind", "VISIT");
        row.put("direction", "INBOUND");
        var engagement = read(row);

        assertThat(engagement.value().visits()).isEqualTo(41);
        assertThat(engagement.actor().isBot()).isTrue();
        row.put("kind", "COMMENT");
        assertThat(rejected(row).message()).contains("only an inbound VISIT");
        assertThat(rejected("value.visits", 0).field()).isEqualTo("value.visits");
        assertThat(rejected("value.visits", "1.5").field()).isEqualTo("value.visits");
    }

    @Test
    void hashesEmailAddresses() {
        var hash = with("actor.email", " Ann@Example.COM ").actor().emailHash();

        assertThat(hash)
                .matches("[0-9a-f]{64}")
                .isEqualTo(with("actor.email", "ann@example.com").actor().emailHash());
        assertThat(with("actor.emailHash", hash.toUpperCase(java.util.Locale.ROOT))
                        .actor()
                        .emailHash())
                .isEqualTo(hash);
        assertThat(SampleRows.HASHES.hashEmail("other", "ann@example.com", "email"))
                .isNotEqualTo(hash);
        assertThat(catchThrowableOfType(
                                InputRejectedException.class,
                                () -> new ContactHasher(" ").hashEmail("nord", "ann@example.com", "email"))
                        .message())
                .contains("rapport.email-hash-key");
    }

    @Test
    void readsMentionsAsAccountsWithoutTheActorAndPlaceholders() {
        var row = SampleRows.rowWith("actor.id", "ann");
        row.put("channel", "mastodon");
        row.put(
                "mentions",
                List.of(
                        "@Bob@Social.Example",
                        "https://social.example/@bob",
                        "ann",
                        "[deleted]",
                        "1.43628E+18",
                        "did:plc:cat"));

        assertThat(read(row).mentions()).containsExactly("bob@social.example", "did:plc:cat");
        assertThat(with("mentions", "dan|eve").mentions()).containsExactly("dan", "eve");
        assertThat(with("mentions", List.of()).mentions()).isNull();
        assertThat(with("mentions", "post@example.org").mentions())
                .singleElement()
                .satisfies(hashed -> assertThat(hashed).startsWith("email-"));
    }

    @Test
    void keepsTheFirstTwentyMentions() {
        var many = IntStream.range(0, 21).mapToObj(each -> "account-" + each).toList();

        assertThat(with("mentions", many).mentions()).isEqualTo(many.subList(0, 20));
    }

    @Test
    void readsNumbersAndFlagsFromText() {
        var row = SampleRows.rowWith("value.amount", "19.90");
        row.put("sourceId", 12345678901L);
        var engagement = read(row);

        assertThat(engagement.value()).hasFieldOrPropertyWithValue("amount", new BigDecimal("19.90"));
        assertThat(engagement.sourceId()).isEqualTo("12345678901");
        assertThat(with("actor.bot", "false").actor().bot()).isFalse();
        assertThat(with("content.topics", "price|service").content())
                .hasFieldOrPropertyWithValue("topics", List.of("price", "service"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUND,50,-50",
        "refund,-50,-50",
        "Cancelled,19.90,-19.90",
        "CHARGEBACK,5,-5",
        "PURCHASE,-50,-50",
        "PURCHASE,50,50"
    })
    void aRefundIsAPurchaseWithANegativeAmount(String kind, String amount, String read) {
        var row = SampleRows.rowWith("kind", kind);
        row.put("value", new HashMap<>(Map.of("amount", amount, "orderId", "7")));

        var engagement = read(row);

        assertThat(engagement.kind()).hasToString("PURCHASE");
        assertThat(engagement.value()).hasFieldOrPropertyWithValue("amount", new BigDecimal(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12.50; ; NOK",
                "€12.50; ; EUR",
                "12.50; usd; USD",
                "12.50; €; EUR",
                "kr 12,50; ; NOK",
                "kr 12,50; SEK; SEK",
                "12,50 EUR; EUR; EUR",
                "$12.50; CAD; CAD",
                "¥1200; JPY; JPY",
                "1 234,50; ; NOK",
                "$12.50; ; #symbol of several",
                "¥12; ; #symbol of several",
                "€12.50; NOK; #another currency",
                "12.50; kr; #ISO 4217",
                "12.50 points; ; #a number"
            })
    void anAmountHasTheCurrencySentWithItElseOfItsSymbolElseOfTheBrand(String amount, String sent, String currency) {
        var row = SampleRows.rowWith("kind", "PURCHASE");
        var value = new HashMap<>(Map.of("amount", amount));
        if (sent != null) {
            value.put("currency", sent);
        }
        row.put("value", value);
        var brand = BrandRegisteredBuilder.builder(SampleRows.BRAND)
                .prices(new PriceList("NOK", Map.of(), null))
                .build();
        var reader = new EngagementReader(
                new IntakeRequest(brand, SampleRows.REQUEST.id(), SampleRows.NOW, null, null), SampleRows.HASHES);

        if (currency.startsWith("#")) {
            assertThatThrownBy(() -> reader.read(row, (path, message) -> {}))
                    .hasMessageContaining(currency.substring(1));
        } else {
            assertThat(reader.read(row, (path, message) -> {}).value())
                    .hasFieldOrPropertyWithValue("currency", currency);
        }
    }

    @Test
    void aRefundNeedsAnAmount() {
        assertThat(rejected("kind", "REFUND").field()).isEqualTo("value.amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.43628E+18", "1,43628E+18", "1.4e18", "1E+18", "12345678901234567.0", "########"})
    void refusesARoundedSourceId(String id) {
        assertThat(rejected("sourceId", id).message()).contains("spreadsheet rounded");
    }

    @Test
    void aParentNamedByTheSourceIsObserved() {
        assertThat(with("object.inReplyTo", "7").object()).hasFieldOrPropertyWithValue("parent", ParentSource.OBSERVED);
        var row = SampleRows.row();
        row.put("object", new HashMap<>(Map.of("shareOf", "7", "parent", "root_only")));
        assertThat(read(row).object()).hasFieldOrPropertyWithValue("parent", ParentSource.ROOT_ONLY);
        assertThat(with("object.parent", "ROOT_ONLY").object()).hasFieldOrPropertyWithValue("parent", null);
    }

    @Test
    void derivesTheIdOfARejectedRow() {
        assertThat(reader.idOf(SampleRows.rowWith("kind", "LIKE")))
                .contains(read(SampleRows.row()).id());
        assertThat(reader.idOf(SampleRows.rowWith("sourceId", ""))).isEmpty();
    }
}
