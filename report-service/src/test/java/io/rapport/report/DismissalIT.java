package io.rapport.report;

import static io.rapport.report.FiguresSampleData.CAFE;
import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.conversation.ConversationDismissed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions are marked as needing no answer, over REST and on pages, and the mark goes to its topic. */
class DismissalIT {

    private static final String OWED = "/v1/agencies/east/brands/cafe/service/owed/";
    private static final String PAGES = "/agencies/east/brands/cafe";
    private static final HandleKey LENA = new HandleKey(CAFE, "x", "lena");
    private static final HandleKey OLA = new HandleKey(CAFE, "x", "ola");
    private static final HandleKey KIM = new HandleKey(CAFE, "x", "kim");

    private static ReportServer server;

    @BeforeAll
    static void start() {
        server = new ReportServer();
        FiguresSampleData.publishTo(server);
        server.issue("east", "dismissing", Set.of(), Scope.ADMIN).issue("east", "looking", Set.of(), Scope.READ);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void markCoversWhatIsKnownNowAndIsUndoneStepByStep() {
        var path = OWED + person("lena");
        assertThat(server.post(path + "/dismiss", "looking", "{}").status()).isEqualTo(403);
        var first = server.post(path + "/dismiss", "dismissing", "{\"upTo\": \"2025-05-04T10:00:10Z\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json())
                .containsEntry("upTo", "2025-05-04T10:00:10Z")
                .containsEntry("handles", 1)
                .containsEntry("published", true);
        var all = server.post(path + "/dismiss", "dismissing", "{\"reason\": \" By phone \"}");
        assertThat(all.json()).containsEntry("upTo", "2025-05-04T10:00:11Z");
        assertThat(stored(LENA).reason()).isEqualTo("By phone");
        assertThat(server.post(path + "/dismiss", "dismissing", "{}").json()).containsEntry("handles", 0);

        var undone = server.post(path + "/reopen", "dismissing", "{}");
        assertThat(undone.json()).containsEntry("upTo", "2025-05-04T10:00:10Z");
        assertThat(stored(LENA).upTo()).isEqualTo(Instant.parse("2025-05-04T10:00:10Z"));
        assertThat(server.post(path + "/reopen", "dismissing", "").json()).containsEntry("upTo", null);
        assertThat(server.post(path + "/reopen", "dismissing", "{}").status()).isEqualTo(409);
        assertThat(stored(LENA).version()).isEqualTo(4);
    }

    @Test
    void marksAndTheirVersionsSurviveTheLossOfTheStore() {
        server.post(OWED + person("ola") + "/dismiss", "dismissing", "{\"reason\": \"No question\"}");
        try (var second = new ReportServer()) {
            second.awaitReadiness();
            var mark = second.store().dismissals().findAll(List.of(OLA)).get(OLA);
            assertThat(mark).isEqualTo(stored(OLA));
            assertThat(second.post(OWED + person("ola") + "/reopen", ReportServer.ADMIN, "{}")
                            .json())
                    .containsEntry("upTo", null);
            await().until(() -> stored(OLA).version() == 2);
        }
    }

    @Test
    void formsOfTheServicePageAndOfAPersonMarkAndUndo() {
        var kim = PAGES + "/people/" + person("kim");
        var service = Jsoup.parse(
                server.get(PAGES + "/service", "dismissing", "text/html").body());
        assertThat(service.select("form[action$=/dismiss]")).hasSize(3);
        assertThat(server.get(PAGES + "/service", "looking", "text/html").body())
                .doesNotContain("/dismiss");
        var fields = "reason=%3Cb%3Etalked&upTo=" + Instant.now();
        assertThat(server.form(kim + "/dismiss", "looking", "same-origin", fields)
                        .status())
                .isEqualTo(403);
        assertThat(server.form(kim + "/dismiss", "dismissing", "cross-site", fields)
                        .status())
                .isEqualTo(401);
        var marked = server.form(kim + "/dismiss", "dismissing", "same-origin", fields + "&back=service");
        assertThat(marked.status()).isEqualTo(303);
        assertThat(marked.headers().get("location")).containsExactly(PAGES + "/service");

        var page = Jsoup.parse(server.get(kim, "dismissing", "text/html").body());
        assertThat(page.text()).contains("Marked by dismissing as needing no answer", "“<b>talked”");
        assertThat(page.select("form[action$=/reopen]")).hasSize(1);
        var undone = server.form(kim + "/reopen", "dismissing", "same-origin", "");
        assertThat(undone.headers().get("location")).containsExactly(kim);
        assertThat(stored(KIM).upTo()).isNull();
    }

    @Test
    void pendingMarkIsPublishedAfterACrash() {
        var handle = new HandleKey(CAFE, "x", "crashed");
        var pending = new ConversationDismissed(
                "east", "cafe", "x", "crashed", Instant.EPOCH, null, "ops", "", 1, Instant.EPOCH);
        server.store().dismissals().saveNextVersion(pending);
        await().until(() -> server.store().dismissalOutbox().findPending().isEmpty());
        server.store().dismissals().delete(List.of(handle));
        try (var second = new ReportServer()) {
            second.awaitReadiness();
            assertThat(second.store().dismissals().findAll(List.of(handle))).isEqualTo(Map.of(handle, pending));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lena | dismiss | {\"upTo\": \"yesterday\"} | 400",
                "lena | dismiss | [] | 400",
                "done | dismiss | {} | 404",
                "nobody | dismiss | {} | 404",
                "nobody | reopen | {} | 404",
            })
    void unusableMarksNameTheReason(String who, String action, String body, int status) {
        assertThat(server.post(OWED + person(who) + "/" + action, ReportServer.ADMIN, body)
                        .status())
                .isEqualTo(status);
        var longReason = "{\"reason\": \"" + "x".repeat(501) + "\"}";
        assertThat(server.post(OWED + person("lena") + "/dismiss", ReportServer.ADMIN, longReason)
                        .status())
                .isEqualTo(400);
        assertThat(server.post(OWED + UUID.randomUUID() + "/dismiss", "nobody", "{}")
                        .status())
                .isEqualTo(401);
    }

    private static ConversationDismissed stored(HandleKey handle) {
        server.awaitProjections();
        return server.store().dismissals().findAll(List.of(handle)).get(handle);
    }
}
