package io.rapport.report;

import static io.rapport.report.FiguresSampleData.CAFE;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.delivery.WebhookTarget;
import io.rapport.report.mail.MailDispatcher;
import io.rapport.test.EventStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals, stories, reminders and branding: over REST and on pages, and on their topics. */
class UserDecisionsIT {

    private static final String V1 = "/v1/agencies/east/brands/cafe";
    private static final String PAGES = "/agencies/east/brands/cafe";
    private static final String BRANDING = "/v1/agencies/east/branding";

    private static ReportServer server;

    @BeforeAll
    static void start() {
        server = new ReportServer();
        FiguresSampleData.publishTo(server);
        server.issue("east", "deciding", Set.of(), Scope.ADMIN)
                .issue("east", "reading", Set.of(), Scope.READ)
                .issue("east", "of-the-brand", Set.of("cafe"), Scope.ADMIN);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void goalsAreSetAndMeasuredAndSurviveTheLossOfTheStore() throws Exception {
        var goals = "{\"goals\": [{\"figure\": \"ror\", \"target\": 2}, {\"figure\": \"answerMinutes\", \"target\":"
                + " 120}]%s}";
        assertThat(server.put(V1 + "/goals", "reading", goals.formatted("")).status())
                .isEqualTo(403);
        var version = ((Number) server.get(V1 + "/goals").json().get("version")).longValue();
        var set = server.put(V1 + "/goals", "deciding", goals.formatted(""));
        assertThat(set.status()).isEqualTo(200);
        var shown = (List<Map<String, Object>>) set.json().get("goals");
        assertThat(shown).extracting(goal -> goal.get("figure")).containsExactly("ror", "answerMinutes");
        assertThat(shown.get(0)).containsEntry("target", 2.0).containsEntry("benchmark", null);
        assertThat(server.put(V1 + "/goals", "deciding", goals.formatted(", \"version\": " + version))
                        .status())
                .isEqualTo(409);

        var page = Jsoup.parse(
                server.get(PAGES + "/goals", "deciding", "text/html").body());
        assertThat(page.select("#ror").attr("value")).isEqualTo("2");
        assertThat(page.text()).contains("Return on Relationships", "goal at least 2.00");
        assertThat(Jsoup.parse(server.get(PAGES + "/goals", "reading", "text/html")
                                .body())
                        .select("form[action$=/goals]"))
                .isEmpty();
        var form = server.form(
                PAGES + "/goals", "deciding", "same-origin", "clientsSeenShare=30&ror=&version=" + (version + 1));
        assertThat(form.status()).isEqualTo(303);
        assertThat((List<Map<String, Object>>) server.get(V1 + "/goals").json().get("goals"))
                .singleElement()
                .satisfies(goal -> assertThat(goal)
                        .containsEntry("figure", "clientsSeenShare")
                        .containsEntry("target", 0.3));
        assertThat(server.form(PAGES + "/goals", "deciding", "same-origin", "ror=much")
                        .status())
                .isEqualTo(400);
        var last = lastOfThreeChanges();
        publishChanges(3, 7);
        try (var second = new ReportServer()) {
            second.awaitReadiness().awaitProjections();
            try (var resumed = EventStream.open(second.url() + V1 + "/changes", "reading", last)) {
                assertThat(resumed.status()).isEqualTo(200);
                await().until(() -> resumed.events.size() >= 4);
                assertThat(resumed.events)
                        .extracting(event -> event.data().replaceAll(".*\"sequence\":(\\d+).*", "$1"))
                        .containsExactly("4", "5", "6", "7");
            }
            assertThat(second.store().goals().find(CAFE))
                    .isEqualTo(server.store().goals().find(CAFE));
        }
    }

    private static String lastOfThreeChanges() throws Exception {
        try (var stream = EventStream.open(server.url() + V1 + "/changes", "reading", null)) {
            assertThat(stream.status()).isEqualTo(200);
            await().until(() -> !stream.lastId().isEmpty());
            publishChanges(0, 3);
            await().until(() -> stream.events.size() == 3);
            assertThat(stream.events)
                    .extracting(EventStream.StreamedEvent::type)
                    .containsOnly("score.relationship.changed");
            return stream.events.get(2).id();
        }
    }

    private static void publishChanges(int from, int to) {
        for (var i = from; i < to; i++) {
            server.publish(relationship("streamed").of(CAFE).number(i + 1).state());
        }
    }

    @Test
    void streamsOfChangesAreScopedAndLimitedAndRefuseForeignPositions() throws Exception {
        var changes = server.url() + V1 + "/changes";
        for (var foreign : List.of("AAAAAAAAAAAAAAAAAAAAAA.0-0-0-0-0-0-0-0-0", "12", "../..")) {
            try (var refused = EventStream.open(changes, "reading", foreign)) {
                assertThat(refused.status()).as(foreign).isEqualTo(400);
            }
        }
        try (var other = EventStream.open(server.url() + "/v1/agencies/west/brands/cafe/changes", "reading", null)) {
            assertThat(other.status()).isEqualTo(404);
        }
        // A position of a version that had no topic of completed months yet.
        try (var stream = EventStream.open(changes, "reading", null)) {
            await().until(() -> !stream.lastId().isEmpty());
            var earlier = stream.lastId().replaceAll("(-[0-9a-z]+){3}$", "");
            try (var resumed = EventStream.open(changes, "reading", earlier)) {
                assertThat(resumed.status()).isEqualTo(200);
                await().until(() -> resumed.lastId().length() >= stream.lastId().length());
            }
        }
        var open = new ArrayList<EventStream>();
        for (var i = 0; i < 5; i++) {
            open.add(EventStream.open(changes, "of-the-brand", null));
        }
        assertThat(open).extracting(EventStream::status).containsOnly(200);
        var refused = server.get(V1 + "/changes", "of-the-brand", "*/*");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("retry-after");
        for (var stream : open) {
            stream.close();
        }
    }

    /** The next change is not sent any more: the stream ends instead. */
    @Test
    void streamsEndWhenTheirTokenIsRevokedTheirSessionClosedOrTheirBrandDeleted() throws Exception {
        var shop = new BrandKey("east", "shop");
        server.register(shop, "Shop").issue("east", "short-lived", Set.of("shop"), Scope.READ);
        var changes = server.url() + "/v1/agencies/east/brands/shop/changes";
        try (var ofToken = EventStream.open(changes, "short-lived", null);
                var ofSession = EventStream.open(changes, "Cookie", server.session("reading"), null);
                var ofBrand = EventStream.open(changes, "deciding", null)) {
            var streams = List.of(ofToken, ofSession, ofBrand);
            assertThat(streams).extracting(EventStream::status).containsOnly(200);
            await().until(() ->
                    streams.stream().noneMatch(stream -> stream.lastId().isEmpty()));

            server.revoke("short-lived").signOut("reading");
            server.publish(relationship("shopper").of(shop).number(1).state());
            await().until(() -> ofToken.hasEnded() && ofSession.hasEnded());
            await().until(() -> ofBrand.events.size() == 1);
            server.delete(shop);
            server.publish(relationship("shopper").of(shop).number(2).state());
            await().until(ofBrand::hasEnded);

            assertThat(streams).extracting(stream -> stream.events.size()).containsExactly(0, 0, 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"goals\": null}",
                "{\"goals\": [null]}",
                "{\"goals\": [{\"figure\": \"luck\", \"target\": 2}]}",
                "{\"goals\": [{\"figure\": \"ror\", \"target\": 0}]}",
                "{\"goals\": [{\"figure\": \"ror\", \"target\": -1}]}",
                "{\"goals\": [{\"figure\": \"clientsSeenShare\", \"target\": 30}]}",
                "{\"goals\": [{\"figure\": \"ror\"}]}",
                "{\"goals\": [{\"figure\": \"ror\", \"target\": 1}, {\"figure\": \"ror\", \"target\": 2}]}",
            })
    void unusableGoalsNameTheReason(String body) {
        var answer = server.put(V1 + "/goals", "deciding", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsKey("parameter");
    }

    @Test
    void storiesAreWrittenFoundAndDeleted() {
        var path = V1 + "/people/" + person("lena") + "/stories";
        var story = "{\"kind\": \"INVITATION\", \"day\": \"2025-05-02\", \"text\": \" <b>Speak</b> at the Fair \"}";
        assertThat(server.post(path, "reading", story).status()).isEqualTo(403);
        assertThat(server.post(path, "deciding", story).status()).isEqualTo(201);
        assertThat(server.get(path).items())
                .singleElement()
                .satisfies(found -> assertThat(found)
                        .containsEntry("text", "<b>Speak</b> at the Fair")
                        .containsEntry("kind", "INVITATION")
                        .containsEntry("by", "deciding"));
        assertThat(server.get(V1 + "/stories?q=fair&from=2025-05-01&to=2025-05-31&kind=INVITATION")
                        .items())
                .hasSize(1);
        assertThat(server.get(V1 + "/stories?q=fair&kind=SUCCESS").items()).isEmpty();
        assertThat(server.get(V1 + "/stories?from=2025-05-03").items()).isEmpty();
        var pages = PAGES + "/people/" + person("lena") + "/stories";
        var page = Jsoup.parse(server.get(pages, "deciding", "text/html").body());
        assertThat(page.text())
                .contains("<b>Speak</b> at the Fair", "Invitation, 2 May 2025, written down by deciding");
        var form = page.select("form[action$=/delete]").attr("action");
        assertThat(server.form(form, "reading", "same-origin", "").status()).isEqualTo(403);
        assertThat(server.form(form, "deciding", "same-origin", "").status()).isEqualTo(303);
        assertThat(server.get(path).items()).isEmpty();
        assertThat(server.form(form, "deciding", "same-origin", "").status()).isEqualTo(404);
        assertThat(server.form(pages, "deciding", "same-origin", "kind=SUCCESS&day=2025-05-03&text=Helped")
                        .status())
                .isEqualTo(303);
        assertThat(server.get(path).items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"RUMOUR\", \"day\": \"2025-05-02\", \"text\": \"x\"} | 400",
                "{\"kind\": \"SUCCESS\", \"day\": \"2025-02-30\", \"text\": \"x\"} | 400",
                "{\"kind\": \"SUCCESS\", \"day\": \"2025-05-02\", \"text\": \"  \"} | 400",
                "{} | 400",
            })
    void unusableStoriesNameTheReason(String body, int status) {
        assertThat(server.post(V1 + "/people/" + person("lena") + "/stories", "deciding", body)
                        .status())
                .isEqualTo(status);
        assertThat(server.post(
                                V1 + "/people/" + person("nobody") + "/stories",
                                "deciding",
                                "{\"kind\": \"SUCCESS\", \"day\": \"2025-05-02\", \"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void reminderIsSetShownDueFirstAndClosed() {
        var path = V1 + "/people/" + person("ola") + "/reminders";
        var today = LocalDate.now(ZoneId.of("UTC"));
        var later = "{\"due\": \"%s\", \"text\": \" <b>Call</b> Ola \"}".formatted(today.plusDays(40));
        assertThat(server.post(path, "reading", later).status()).isEqualTo(403);
        assertThat(server.post(path, "deciding", later).status()).isEqualTo(201);
        var pages = PAGES + "/people/" + person("ola");
        var form = Jsoup.parse(server.get(pages, "deciding", "text/html").body())
                .selectFirst("form.act[action$=/reminders]");
        var fields = "nonce=" + form.selectFirst("[name=nonce]").val() + "&due=" + today.plusDays(2) + "&text=";
        assertThat(server.form(pages + "/reminders", "reading", "same-origin", fields)
                        .status())
                .isEqualTo(403);
        assertThat(server.form(pages + "/reminders", "deciding", "cross-site", fields)
                        .status())
                .isEqualTo(401);
        for (var twice = 0; twice < 2; twice++) {
            assertThat(server.form(pages + "/reminders", "deciding", "same-origin", fields)
                            .headers()
                            .get("location"))
                    .containsExactly(pages + "?done=reminder-set");
        }
        assertThat(server.get(path).items())
                .extracting(each -> each.get("due"))
                .containsExactly(
                        today.plusDays(2).toString(), today.plusDays(40).toString());
        assertThat(server.get(V1 + "/reminders").items())
                .last()
                .satisfies(found -> assertThat(found)
                        .containsEntry("name", "Ola Nordmann")
                        .containsEntry("text", "<b>Call</b> Ola")
                        .containsEntry("by", "deciding")
                        .containsEntry("closed", null));

        var home = Jsoup.parse(server.get(PAGES, "deciding", "text/html").body());
        assertThat(home.select(".names h2").first().text()).isEqualTo("Reminders");
        assertThat(home.select(".reminder:contains(Ola)").eachText())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Ola Nordmann", "in 2 days", "Set by deciding."),
                        second -> assertThat(second).contains("<b>Call</b> Ola", "in 40 days"));
        assertThat(server.get(PAGES, "reading", "text/html").body()).doesNotContain("/dismiss\"");
        var done =
                home.selectFirst(".reminder:contains(Ola) form[action$=/done]").attr("action");
        assertThat(server.form(done, "reading", "same-origin", "").status()).isEqualTo(403);
        assertThat(server.form(done, "deciding", "same-origin", "back=" + PAGES)
                        .headers()
                        .get("location"))
                .containsExactly(PAGES + "?done=reminder-closed");
        var left = server.get(path).items();
        assertThat(left).singleElement().satisfies(each -> assertThat(each).containsEntry("closed", null));
        var id = left.get(0).get("id");
        assertThat(server.post(path + "/" + id + "/dismiss", "deciding", "").json())
                .extracting("reminder.closed.outcome", "published")
                .containsExactly("DISMISSED", true);
        assertThat(server.get(path).items()).isEmpty();
        assertThat(server.post(path + "/" + person("ola") + "/done", "deciding", "")
                        .status())
                .isEqualTo(404);
        assertThat(server.page(PAGES + "/reminders?done=reminder-closed").body())
                .contains("Reminder closed.")
                .doesNotContain("Ola");
    }

    @Test
    void unusableRemindersNameTheReason() {
        var path = V1 + "/people/" + person("ola") + "/reminders";
        var tomorrow = LocalDate.now(ZoneId.of("UTC")).plusDays(1);
        for (var due :
                List.of("", "2025-02-30", "2025-01-01", tomorrow.plusYears(6).toString())) {
            assertThat(server.post(path, "deciding", "{\"due\": \"" + due + "\"}")
                            .json())
                    .containsEntry("parameter", "due");
        }
        var words = "{\"due\": \"%s\", \"text\": \"%s\"}".formatted(tomorrow, "x".repeat(501));
        assertThat(server.post(path, "deciding", words).json()).containsEntry("parameter", "text");
        assertThat(server.post(
                                V1 + "/people/" + person("nobody") + "/reminders",
                                "deciding",
                                "{\"due\": \"" + tomorrow + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(server.form(
                                PAGES + "/people/" + person("ola") + "/reminders",
                                "deciding",
                                "same-origin",
                                "due=" + tomorrow)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void remindersSurviveTheLossOfTheStore() {
        var path = V1 + "/people/" + person("lena") + "/reminders";
        var due = LocalDate.now(ZoneId.of("UTC")).plusDays(3);
        assertThat(server.post(path, "deciding", "{\"due\": \"" + due + "\"}").json())
                .containsEntry("published", true);
        try (var second = new ReportServer()) {
            second.awaitReadiness();
            assertThat(second.store().reminders().find(CAFE, List.of(person("lena"))))
                    .isEqualTo(server.store().reminders().find(CAFE, List.of(person("lena"))))
                    .hasSize(1);
        }
        var id = server.get(path).items().get(0).get("id");
        assertThat(server.post(path + "/" + id + "/done", "deciding", "").status())
                .isEqualTo(200);
    }

    @Test
    void dismissedSuggestionIsHiddenUntilItIsUndoneOrThePersonDoesSomethingNew() {
        var line = homeLine("thank", "Kim Sun");
        assertThat(line.select(".soft").text()).startsWith("Gave");
        var dismiss = line.selectFirst("form[action*=/suggestions/]").attr("action");
        assertThat(dismiss).isEqualTo(PAGES + "/suggestions/thank/" + person("kim") + "/dismiss");
        assertThat(server.get(PAGES, "reading", "text/html").body()).doesNotContain("/suggestions/thank/");
        assertThat(server.form(dismiss, "reading", "same-origin", "reason=").status())
                .isEqualTo(403);
        assertThat(server.form(dismiss, "deciding", "cross-site", "reason=").status())
                .isEqualTo(401);
        assertThat(server.form(dismiss, "deciding", "same-origin", "reason=%20%3Cb%3EMet%20them")
                        .headers()
                        .get("location"))
                .containsExactly(PAGES + "?done=suggestion-dismissed");
        assertThat(homeLine("thank", "Kim Sun")).isNull();
        assertThat(server.page(PAGES + "?done=suggestion-dismissed").body())
                .contains("Dismissed for 30 days.", "1 dismissed suggestion");
        assertThat(server.get(V1 + "/suggestions/dismissed").items())
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsEntry("name", "Kim Sun")
                        .containsEntry("kind", "thank")
                        .containsEntry("reason", "<b>Met them")
                        .containsEntry("by", "deciding")
                        .containsEntry("undone", null));
        var page = Jsoup.parse(
                server.get(PAGES + "/suggestions", "deciding", "text/html").body());
        assertThat(page.select(".lines li").text())
                .contains("Kim Sun", "To thank", "<b>Met them", "Dismissed by deciding on");
        assertThat(server.get(PAGES + "/suggestions", "reading", "text/html").body())
                .doesNotContain("/undo");
        var undo = page.selectFirst("form[action$=/undo]").attr("action");
        assertThat(server.form(undo, "reading", "same-origin", "").status()).isEqualTo(403);
        assertThat(server.form(undo, "deciding", "same-origin", "").headers().get("location"))
                .containsExactly(PAGES + "/suggestions?done=suggestion-undone");
        assertThat(homeLine("thank", "Kim Sun")).isNotNull();
        assertThat(server.get(V1 + "/suggestions/dismissed").items()).isEmpty();

        var rest = V1 + "/suggestions/thank/" + person("kim") + "/dismiss";
        assertThat(server.post(rest, "reading", "").status()).isEqualTo(403);
        assertThat(server.post(rest, "deciding", "").json())
                .extracting("suggestion.kind", "published")
                .containsExactly("thank", true);
        assertThat(homeLine("thank", "Kim Sun")).isNull();
        var kim = new HandleKey(CAFE, "x", "kim");
        server.publish(engagement(kim, "kim-gives-again", Instant.parse("2025-05-04T18:00:00Z"), EngagementKind.REVIEW))
                .awaitProjections();
        assertThat(homeLine("thank", "Kim Sun")).as("gave again").isNotNull();
        assertThat(server.delete(rest, "reading").status()).isEqualTo(403);
        assertThat(server.delete(rest, "deciding").status()).isEqualTo(200);
        assertThat(server.delete(rest, "deciding").status()).isEqualTo(404);
    }

    private static @Nullable Element homeLine(String list, String name) {
        return Jsoup.parse(server.get(PAGES, "deciding", "text/html").body())
                .selectFirst("section[aria-labelledby=" + list + "] li:contains(" + name + ")");
    }

    @Test
    void unusableDismissalsNameTheReason() {
        var lena = person("lena");
        assertThat(server.post(V1 + "/suggestions/hug/" + lena + "/dismiss", "deciding", "")
                        .json())
                .containsEntry("parameter", "kind");
        assertThat(server.post(
                                V1 + "/suggestions/drifting/" + lena + "/dismiss",
                                "deciding",
                                "{\"reason\": \"" + "x".repeat(501) + "\"}")
                        .json())
                .containsEntry("parameter", "reason");
        assertThat(server.post(V1 + "/suggestions/drifting/" + person("nobody") + "/dismiss", "deciding", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void dismissedSuggestionsSurviveTheLossOfTheStore() {
        var path = V1 + "/suggestions/came-back/" + person("ola") + "/dismiss";
        assertThat(server.post(path, "deciding", "{\"reason\": \"Seen\"}").json())
                .containsEntry("published", true);
        try (var second = new ReportServer()) {
            second.awaitReadiness();
            assertThat(second.store().suggestions().find(CAFE, List.of(person("ola"))))
                    .isEqualTo(server.store().suggestions().find(CAFE, List.of(person("ola"))))
                    .hasSize(1);
        }
        assertThat(server.delete(path, "deciding").status()).isEqualTo(200);
    }

    @Test
    void fileOfStoriesIsImportedOnce() {
        var csv = "person,channel,handle,kind,day,text\r\n,x,kim,SUCCESS,2025-04-01,\"Won, with Kim\"\r\n"
                + person("kim") + ",,,opportunity,2025-04-02,Talks\r\n,x,nobody,SUCCESS,2025-04-01,None\r\n";
        var first =
                server.upload(V1 + "/stories/imports", "deciding", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json()).containsEntry("accepted", 2).containsEntry("duplicates", 0);
        assertThat((List<?>) first.json().get("rejected"))
                .hasSize(1)
                .first()
                .asString()
                .contains("line=4");
        assertThat(server.upload(V1 + "/stories/imports", "deciding", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
                        .json())
                .containsEntry("accepted", 0)
                .containsEntry("duplicates", 2);
        assertThat(server.get(V1 + "/people/" + person("kim") + "/stories").items())
                .hasSize(2);
    }

    @Test
    void withoutAMailServerTheSettingsAreNamedAndNothingIsSubscribed() {
        var refused = server.post(V1 + "/subscriptions", "deciding", "{\"address\": \"kari@agency.example\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail")).asString().contains("RAPPORT_SMTP_HOST", "RAPPORT_PUBLIC_URL");
        assertThat(server.get(V1 + "/subscriptions").items()).isEmpty();
        var page = Jsoup.parse(
                server.get(PAGES + "/subscriptions", "deciding", "text/html").body());
        assertThat(page.text()).contains("RAPPORT_SMTP_HOST");
        assertThat(page.select("#subscribe")).isEmpty();
        assertThat(server.has(MailDispatcher.class)).isFalse();
    }

    /** Deliveries, a replay with the same messages, and what only administrators of the agency see. */
    @Test
    void changesArePostedToWebhooksSignedAndAgainWhenAsked() throws Exception {
        var webhooks = "/v1/agencies/east/webhooks";
        try (var target = new WebhookTarget(delivery -> delivery.number() % 4 == 1 ? 503 : 200)) {
            var settings = "{\"url\": \"%s\", \"brands\": [\"cafe\"]}".formatted(target.url());
            assertThat(server.put(webhooks + "/crm", "reading", settings).status())
                    .isEqualTo(403);
            assertThat(server.put(webhooks + "/crm", "of-the-brand", settings).status())
                    .isEqualTo(404);
            assertThat(server.get(webhooks, "reading", "application/json").status())
                    .isEqualTo(403);
            var created = server.put(webhooks + "/crm", "deciding", settings);
            assertThat(created.status()).isEqualTo(201);
            var secret = created.json().get("secret").toString();
            assertThat(server.put(webhooks + "/crm", "deciding", settings).json())
                    .doesNotContainKey("secret");

            for (var i = 0; i < 12; i++) {
                server.publish(
                        relationship("webhook" + i % 3).of(CAFE).number(i + 1).state());
            }
            await().until(() -> target.delivered().size() == 12);
            for (var delivery : target.received) {
                new Webhook(secret).verify(delivery.body(), delivery.httpHeaders());
            }
            await().until(() -> server.get(webhooks + "/crm", "deciding", "application/json")
                    .json()
                    .get("waiting")
                    .equals(0));
            assertThat(server.get(webhooks + "/crm/deliveries", "deciding", "application/json")
                            .items())
                    .hasSize(target.received.size())
                    .allMatch(attempt -> attempt.get("type").equals("score.relationship.changed"));

            var first = Set.copyOf(target.delivered());
            var before = target.received.size();
            var since = Instant.now().minusSeconds(600);
            assertThat(server.post(webhooks + "/crm/replay?since=" + since, "deciding", "")
                            .status())
                    .isEqualTo(202);
            await().until(() -> target.received.stream()
                    .skip(before)
                    .map(WebhookTarget.ReceivedDelivery::id)
                    .collect(Collectors.toSet())
                    .containsAll(first));

            var page =
                    Jsoup.parse(server.norwegianPage("/agencies/east/webhooks").body());
            assertThat(page.text())
                    .contains("crm", "Siste forsøk", "Merkevarer: cafe.")
                    .doesNotContain(secret);
            assertThat(server.form("/agencies/east/webhooks/crm/delete", "deciding", "same-origin", "")
                            .status())
                    .isEqualTo(303);
            assertThat(server.get(webhooks + "/crm", "deciding", "application/json")
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | {\"url\": \"http://169.254.169.254/latest/meta-data/\"}",
                "url | {\"url\": \"ftp://example.com/\"}",
                "url | {}",
                "brands | {\"url\": \"http://localhost/\", \"brands\": [\"unknown\"]}",
                "brands | {\"url\": \"http://localhost/\", \"brands\": [null]}",
                "events | {\"url\": \"http://localhost/\", \"events\": [\"engagement.received\"]}",
                "events | {\"url\": \"http://localhost/\", \"events\": []}",
            })
    void unusableWebhooksNameTheReason(String parameter, String body) {
        var answer = server.put("/v1/agencies/east/webhooks/unusable", "deciding", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsEntry("parameter", parameter);
    }

    /** The page that answers the form shows the secret, and no other page does. */
    @Test
    void theSecretOfAWebhookIsShownOnce() {
        var form = "webhook=paper&url=http%3A%2F%2Flocalhost%3A1%2F&brands=&events=score.brand.changed";
        var created = server.form("/agencies/east/webhooks", "deciding", "same-origin", form);
        assertThat(created.status()).isEqualTo(200);
        assertThat(Jsoup.parse(created.body()).select("pre").text()).startsWith("whsec_");
        assertThat(server.get("/agencies/east/webhooks", "deciding", "text/html")
                        .body())
                .contains("http://localhost:1/")
                .doesNotContain("whsec_");
        assertThat(server.form("/agencies/east/webhooks", "deciding", "same-origin", "webhook=A%20b&url=x")
                        .status())
                .isEqualTo(400);
        var rotated = server.post("/v1/agencies/east/webhooks/paper/secret", "deciding", "");
        assertThat(rotated.json()).containsKeys("secret", "oldSecretUntil");
        assertThat(server.get("/v1/agencies/east/webhooks", "deciding", "application/json")
                        .body())
                .contains("\"paper\"")
                .doesNotContain("whsec_");
    }

    @Test
    void logoIsRedrawnAndColourIsReadable() throws IOException {
        assertThat(server.get(BRANDING + "/logo", "reading", "*/*").status()).isEqualTo(404);
        assertThat(server.put(BRANDING, "reading", "{\"colour\": \"#0B6E4F\"}").status())
                .isEqualTo(403);
        assertThat(server.put(BRANDING, "deciding", "{\"colour\": \"#0B6E4F\"}").json())
                .containsEntry("colour", "#0b6e4f")
                .containsEntry("logo", null);
        for (var colour : List.of("red", "#fff", "#ffff00", "#0b6e4f; }")) {
            assertThat(server.put(BRANDING, "deciding", "{\"colour\": \"" + colour + "\"}")
                            .status())
                    .as(colour)
                    .isEqualTo(400);
        }
        assertThat(server.upload(BRANDING + "/logo", "deciding", "image/png", png(1200, 300))
                        .json())
                .containsEntry("colour", "#0b6e4f")
                .containsEntry("logo", BRANDING + "/logo");
        var logo = server.download(BRANDING + "/logo", "image/png");
        assertThat(logo.headers().firstValue("content-type")).contains("image/png");
        var drawn = ImageIO.read(new ByteArrayInputStream(logo.body()));
        assertThat(List.of(drawn.getWidth(), drawn.getHeight())).containsExactly(640, 160);
        assertThat(server.upload(BRANDING + "/logo", "of-the-brand", "image/png", png(10, 10))
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/agencies/east/branding.css", "of-the-brand", "text/css")
                        .body())
                .contains("--accent: #0b6e4f");
        assertThat(server.get(BRANDING + "/logo", "of-the-brand", "image/png").status())
                .isEqualTo(200);
        for (var foreign : List.of("/agencies/west/branding.css", "/v1/agencies/west/branding/logo")) {
            assertThat(server.get(foreign, "of-the-brand", "*/*").status())
                    .as(foreign)
                    .isEqualTo(404);
        }
    }

    @Test
    void filesThatAreNoLogoAreRefusedWithTheReason() throws IOException {
        var svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>";
        var refused =
                server.upload(BRANDING + "/logo", "deciding", "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.json().get("detail").toString()).contains("SVG is not accepted");
        var large = server.upload(BRANDING + "/logo", "deciding", "image/png", new byte[20 << 20]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json()).containsEntry("maxBytes", 1 << 20);
        assertThat(large.json().get("detail").toString()).contains("At most 1048576 bytes");
        assertThat(server.upload(BRANDING + "/logo", "deciding", "image/png", new byte[] {1, 2, 3})
                        .status())
                .isEqualTo(415);
        assertThat(server.upload(BRANDING + "/logo", "deciding", "image/png", png(5000, 1))
                        .json())
                .containsEntry("parameter", "logo");
        assertThat(server.get("/v1/agencies/west/branding", "deciding", "application/json")
                        .status())
                .isEqualTo(404);
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
