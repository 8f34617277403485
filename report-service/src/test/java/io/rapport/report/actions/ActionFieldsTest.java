package io.rapport.report.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionFieldsTest {

    private static final Instant MADE = Instant.parse("2025-05-04T22:30:00.123Z");
    private static final Clock NOW = Clock.fixed(MADE.plusSeconds(90), ZoneOffset.UTC);
    private static final String NONCE = UUID.randomUUID().toString();
    private static final BrandRegistered BRAND = BrandRegisteredBuilder.builder()
            .agency("north")
            .brand("acme")
            .name("Acme")
            .timeZone("Europe/Oslo")
            .clock(BrandClock.LIVE)
            .staff(List.of())
            .paidMarkers(List.of())
            .version(1)
            .at(MADE)
            .build();
    private static final KnownPerson ANNA = KnownPerson.of(
            UUID.randomUUID(),
            List.of(
                    new PersonHandle("x", "anna|1", null, null, AssignmentStatus.CONFIRMED),
                    new PersonHandle("blog", "anna", null, null, AssignmentStatus.CONFIRMED)),
            null);

    @Test
    void sameFormIsTheSameEngagementHoweverLateItIsSent() {
        var later = Clock.offset(NOW, Duration.ofHours(3));
        var sent = fields("call", " Nice talk ", "12", null, null);
        assertThat(sent.request(BRAND, ANNA, "kim", later)).isEqualTo(sent.request(BRAND, ANNA, "kim", NOW));
        assertThat(sent.request(BRAND, ANNA, "kim", NOW).toEngagement())
                .containsEntry("source", "report-page")
                .containsEntry("sourceId", NONCE)
                .containsEntry("occurredAt", MADE.toString())
                .containsEntry("direction", "OUTBOUND")
                .containsEntry("kind", "CALL")
                .containsEntry("channel", "x")
                .containsEntry("actor", Map.of("id", "anna|1"))
                .containsEntry("staff", Map.of("name", "kim"))
                .containsEntry("content", Map.of("text", "Nice talk"))
                .containsEntry("value", Map.of("minutes", 12.0));
    }

    @Test
    void dayIsThatOfTheBrand() {
        // In Oslo it is 5 May already.
        assertThat(time("2025-05-05")).isEqualTo(MADE);
        assertThat(time("2025-05-03")).isEqualTo(Instant.parse("2025-05-03T10:00:00Z"));
        assertThatThrownBy(() -> time("2025-05-06")).isInstanceOf(ProblemException.class);
    }

    @Test
    void thanksHaveNoLength() {
        var thanks = fields("thanks", null, "12", null, null).request(BRAND, ANNA, "kim", NOW);
        assertThat(thanks.toEngagement()).doesNotContainKeys("value", "content");
    }

    @Test
    void accountIsOneOfThePersonsStill() {
        assertThat(fields("note", "Hi", null, "blog|anna", null)
                        .request(BRAND, ANNA, "kim", NOW)
                        .channel())
                .isEqualTo("blog");
        assertThat(fields("note", "Hi", null, "x|anna%7C1", null)
                        .request(BRAND, ANNA, "kim", NOW)
                        .handle())
                .isEqualTo("anna|1");
        assertThatThrownBy(() -> fields("note", "Hi", null, "x|other", null).request(BRAND, ANNA, "kim", NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        var nobody = KnownPerson.of(ANNA.person(), List.of(), null);
        assertThatThrownBy(() -> fields("note", "Hi", null, null, null).request(BRAND, nobody, "kim", NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-04T22:30:00Z, -, action",
                "post, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-04T22:30:00Z, -, action",
                "call, again, 2025-05-04T22:30:00Z, -, nonce",
                "call, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, now, -, at",
                "call, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-01T22:30:00Z, -, at",
                "call, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-05T22:30:00Z, -, at",
                "call, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-04T22:30:00Z, NaN, minutes",
                "call, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-04T22:30:00Z, 0, minutes",
                "call, 0f9cbe5e-2f1a-4c57-9c0c-111111111111, 2025-05-04T22:30:00Z, 1441, minutes"
            })
    void unusableFieldIsNamed(String action, String nonce, String at, String minutes, String parameter) {
        var fields = new ActionFields(action, nonce, at, null, null, minutes, null, null);
        assertThatThrownBy(() -> fields.request(BRAND, ANNA, "kim", NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields()).containsEntry("parameter", parameter));
    }

    private static Instant time(String day) {
        return fields("thanks", null, null, null, day)
                .request(BRAND, ANNA, "kim", NOW)
                .at();
    }

    private static ActionFields fields(String action, String text, String minutes, String handle, String day) {
        return new ActionFields(action, NONCE, MADE.toString(), handle, text, minutes, day, null);
    }
}
