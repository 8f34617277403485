package io.rapport.ingest.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BotRule;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.SampleRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandRegistrationServiceTest {

    private static final BrandKey ACME = new BrandKey("nord", "acme");
    private static final Instant LATER = SampleRows.NOW.plusSeconds(60);

    private final InMemoryAdminDecisions<BrandRegistered> decisions = new InMemoryAdminDecisions<>();
    private final BrandRegistrationService registrations =
            new BrandRegistrationService(new AdminDecisionService<>(decisions, decisions), SampleRows.HASHES);

    private static Map<String, Object> body() {
        return new LinkedHashMap<>(Map.of("name", "Acme", "timeZone", "Europe/Berlin"));
    }

    private static Map<String, Object> bodyWith(String name, Object value) {
        var body = body();
        body.put(name, value);
        return body;
    }

    @Test
    void registersWithDefaults() {
        var registered = registrations.register(ACME, body(), SampleRows.NOW);

        assertThat(registered.created()).isTrue();
        assertThat(registered.brand())
                .isEqualTo(BrandRegisteredBuilder.builder()
                        .agency("nord")
                        .brand("acme")
                        .name("Acme")
                        .timeZone("Europe/Berlin")
                        .clock(BrandClock.LIVE)
                        .staff(List.of())
                        .paidMarkers(List.of())
                        .version(1)
                        .at(SampleRows.NOW)
                        .model("standard-2")
                        .build());
        assertThat(decisions.topic).containsValue(registered.brand());
    }

    @Test
    void brandKeepsTheModelItWasRegisteredWith() {
        registrations.register(ACME, body(), SampleRows.NOW);
        assertThat(registrations
                        .register(ACME, bodyWith("clock", "event"), LATER)
                        .brand()
                        .model())
                .isEqualTo(BrandRegistrationService.MODEL_OF_NEW_BRANDS);

        var old = new BrandKey("nord", "old");
        var registered = registrations.register(old, body(), SampleRows.NOW).brand();
        var ofEarlierVersion = BrandRegisteredBuilder.builder(registered)
                .version(2)
                .model(null)
                .build();
        decisions.save(new AdminDecision<>(old.key(), 2, ofEarlierVersion, false), 1);
        assertThat(registrations
                        .register(old, bodyWith("clock", "event"), LATER)
                        .brand()
                        .model())
                .isNull();
    }

    @Test
    void repeatingTheSameRequestChangesNothing() {
        var first = registrations.register(ACME, body(), SampleRows.NOW);
        var again = registrations.register(ACME, body(), LATER);

        assertThat(again.created()).isFalse();
        assertThat(again.brand()).isEqualTo(first.brand());
        assertThat(decisions.saves).isOne();
    }

    @Test
    void changesEveryField() {
        registrations.register(ACME, body(), SampleRows.NOW);
        var body = bodyWith("clock", "event");
        body.put("timeZone", "America/New_York");
        body.put("staff", List.of(Map.of("channel", "x", "id", "acme")));
        body.put("paidMarkers", List.of("#ad", "#ad", "#sponsored"));
        body.put("answerTargetMinutes", 60);

        var changed = registrations.register(ACME, body, LATER).brand();

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.clock()).isEqualTo(BrandClock.EVENT);
        assertThat(changed.staff()).containsExactly(new StaffHandle("x", "acme"));
        assertThat(changed.paidMarkers()).containsExactly("#ad", "#sponsored");
        assertThat(changed.answerTargetMinutes()).isEqualTo(60);
        assertThat(changed.at()).isEqualTo(LATER);
    }

    @Test
    void storesBotRulesFoldedAndOnce() {
        var rules = List.of("Price**Watch*", Map.of("channel", "Twitter", "name", "@Alerts_NO"), "price*watch*");

        var brand = registrations
                .register(ACME, bodyWith("bots", rules), SampleRows.NOW)
                .brand();

        assertThat(brand.bots()).containsExactly(new BotRule(null, "price*watch*"), new BotRule("x", "alerts_no"));
        assertThat(registrations.register(ACME, bodyWith("bots", rules), LATER).brand())
                .isEqualTo(brand);
        assertThat(registrations
                        .register(ACME, bodyWith("bots", List.of()), LATER)
                        .brand()
                        .bots())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"*", "a*", "**", "@", "''", "#1"})
    void refusesBotRulesThatMatchAlmostEveryAccount(String name) {
        Object rule = name.equals("#1") ? Map.of("channel", "x") : name;

        assertThatThrownBy(() -> registrations.register(ACME, bodyWith("bots", List.of("fine", rule)), SampleRows.NOW))
                .isInstanceOf(InputRejectedException.class);
    }

    @Test
    void refusesTooManyBotRulesAndOtherValues() {
        assertThatThrownBy(() -> registrations.register(
                        ACME, bodyWith("bots", Collections.nCopies(1_001, "bot")), SampleRows.NOW))
                .hasMessageContaining("1000");
        assertThatThrownBy(() -> registrations.register(ACME, bodyWith("bots", "bot"), SampleRows.NOW))
                .hasMessageContaining("list");
    }

    @Test
    void continuesFromTheTopicAfterTheStoreWasLost() {
        registrations.register(ACME, body(), SampleRows.NOW);
        decisions.stored.clear();

        assertThat(registrations.register(ACME, body(), LATER).brand().version())
                .isOne();
        assertThat(registrations
                        .register(ACME, bodyWith("name", "New"), LATER)
                        .brand()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void failsUntilTheTopicIsRead() {
        decisions.unread = true;

        assertThatThrownBy(() -> registrations.register(ACME, body(), SampleRows.NOW))
                .isInstanceOf(StateNotLoadedException.class);
        assertThatThrownBy(() -> registrations.changeStaff(ACME, null, team -> team, SampleRows.NOW))
                .isInstanceOf(StateNotLoadedException.class);
        assertThat(decisions.saves).isZero();
    }

    @Test
    void staysPendingWithoutTheBroker() {
        decisions.brokerAway = true;
        assertThatThrownBy(() -> registrations.register(ACME, body(), SampleRows.NOW))
                .isInstanceOf(DeliveryFailedException.class);
        assertThat(decisions.findPendingKeys()).containsExactly(ACME.key());

        decisions.brokerAway = false;
        registrations.register(ACME, body(), LATER);

        assertThat(decisions.topic).containsKey(ACME.key());
        assertThat(decisions.saves).isOne();
    }

    @Test
    void retriesAfterAConcurrentChange() {
        decisions.beforeSave = () -> {
            decisions.beforeSave = () -> {};
            registrations.register(ACME, bodyWith("name", "Faster"), SampleRows.NOW);
        };

        assertThat(registrations.register(ACME, body(), LATER).brand().version())
                .isEqualTo(2);
        assertThat(decisions.topic.get(ACME.key()).name()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus",
        "timeZone, +02:00",
        "staff, nobody",
        "answerTargetMinutes, -1",
        "answerTargetMinutes, 0"
    })
    void rejectsInvalidValues(String field, String value) {
        var reason = catchThrowableOfType(
                InputRejectedException.class,
                () -> registrations.register(ACME, bodyWith(field, value), SampleRows.NOW));

        assertThat(reason.code()).isEqualTo(RejectionCode.INVALID_FIELD);
        assertThat(reason.message()).startsWith(field);
        assertThat(decisions.saves).isZero();
    }

    @Test
    void rejectsAnUnknownClockAndAMissingName() {
        assertThatThrownBy(() -> registrations.register(ACME, bodyWith("clock", "SUNDIAL"), SampleRows.NOW))
                .hasMessage("clock is 'SUNDIAL'; known are LIVE, EVENT.");
        assertThatThrownBy(() -> registrations.register(ACME, Map.of("timeZone", "UTC"), SampleRows.NOW))
                .hasMessageStartingWith("name is missing");
        assertThatThrownBy(() -> registrations.register(
                        ACME, bodyWith("staff", List.of(Map.of("channel", "x"))), SampleRows.NOW))
                .hasMessageStartingWith("staff[].id is missing");
    }

    @Test
    void storesPrices() {
        var prices = Map.of(
                "currency",
                "EUR",
                "keywords",
                List.of(Map.of("keyword", "Harbour Coffee", "price", "0.85")),
                "answer",
                4);
        var brand = registrations
                .register(ACME, bodyWith("prices", prices), SampleRows.NOW)
                .brand();

        assertThat(brand.prices())
                .isEqualTo(new PriceList("EUR", Map.of("harbour coffee", new BigDecimal("0.85")), new BigDecimal("4")));
        assertThat(registrations
                        .register(ACME, bodyWith("prices", prices), LATER)
                        .brand()
                        .version())
                .isOne();
        assertThat(registrations.register(ACME, body(), LATER).brand().prices()).isNull();
    }

    @Test
    void rejectsInvalidPrices() {
        var wrong = List.<Map<String, Object>>of(
                Map.of("answer", 4),
                Map.of("currency", "EURO"),
                Map.of("currency", "XYZ"),
                Map.of("currency", "EUR", "answer", -1),
                Map.of("currency", "EUR", "answer", "much"),
                Map.of("currency", "EUR", "keywords", List.of(Map.of("keyword", "coffee"))),
                Map.of("currency", "EUR", "keywords", List.of(Map.of("price", 1))));
        for (var prices : wrong) {
            assertThatThrownBy(() -> registrations.register(ACME, bodyWith("prices", prices), SampleRows.NOW))
                    .isInstanceOfSatisfying(
                            InputRejectedException.class,
                            e -> assertThat(e.field()).startsWith("prices."));
        }
    }

    @Test
    void changesOnlyTheStaffOfTheExpectedVersion() {
        registrations.register(ACME, bodyWith("staff", List.of(Map.of("channel", "x", "id", "acme"))), SampleRows.NOW);
        var ann = new StaffHandle("x", "ann");

        var changed = registrations
                .changeStaff(ACME, 1L, team -> List.of(team.get(0), ann), LATER)
                .orElseThrow();

        assertThat(changed.brand().staff()).containsExactly(new StaffHandle("x", "acme"), ann);
        assertThat(changed.brand().version()).isEqualTo(2);
        assertThat(changed.brand().name()).isEqualTo("Acme");
        assertThat(decisions.topic).containsValue(changed.brand());
        assertThat(registrations
                        .changeStaff(ACME, null, team -> team, LATER)
                        .orElseThrow()
                        .brand())
                .isEqualTo(changed.brand());
        assertThatThrownBy(() -> registrations.changeStaff(ACME, 1L, team -> List.of(), LATER))
                .isInstanceOfSatisfying(
                        VersionConflictException.class,
                        e -> assertThat(e.version()).isEqualTo(2));
        assertThatThrownBy(() -> registrations.changeStaff(ACME, null, team -> Collections.nCopies(1_001, ann), LATER))
                .isInstanceOf(InputRejectedException.class);
        assertThat(registrations.changeStaff(new BrandKey("nord", "unknown"), null, team -> team, LATER))
                .isEmpty();
    }

    @Test
    void changesOnlyThePricesOfTheExpectedVersion() {
        registrations.register(ACME, body(), SampleRows.NOW);
        var prices = new PriceList("EUR", Map.of("coffee", new BigDecimal("0.5")), null);

        var changed =
                registrations.changePrices(ACME, 1L, before -> prices, LATER).orElseThrow();

        assertThat(changed.brand().prices()).isEqualTo(prices);
        assertThat(changed.brand().version()).isEqualTo(2);
        assertThat(changed.brand().name()).isEqualTo("Acme");
        assertThat(registrations
                        .changePrices(ACME, null, before -> prices, LATER)
                        .orElseThrow()
                        .brand())
                .isEqualTo(changed.brand());
        assertThatThrownBy(() -> registrations.changePrices(ACME, 1L, before -> prices, LATER))
                .isInstanceOf(VersionConflictException.class);
        assertThat(registrations.changePrices(new BrandKey("nord", "unknown"), null, before -> prices, LATER))
                .isEmpty();
    }
}
