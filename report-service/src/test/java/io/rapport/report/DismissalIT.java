package io.rapport.report;

import static io.rapport.report.FiguresSampleData.CAFE;
import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users act: they mark questions as needing no answer, and the mark goes to its topic; they thank, and ingest receives it. */
class DismissalIT extends AssistantChecks {

    private static final String OWED = "/v1/agencies/east/brands/cafe/service/owed/";
    private static final String PAGES = "/agencies/east/brands/cafe";
    private static final HandleKey LENA = new HandleKey(CAFE, "x", "lena");
    private static final HandleKey OLA = new HandleKey(CAFE, "x", "ola");
    private static final HandleKey KIM = new HandleKey(CAFE, "x", "kim");

    private static OtherServicesStub others;
    private static ReportServer server;

    @BeforeAll
    static void start() {
        others = new OtherServicesStub();
        server = new ReportServer("", others.url());
        others.onAccepted(server::publish);
        FiguresSampleData.publishTo(server);
        server.issue("east", "dismissing", Set.of(), Scope.ADMIN).issue("east", "looking", Set.of(), Scope.READ);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
        others.close();
    }

    @Override
    ReportServer reportServer() {
        return server;
    }

    @Override
    OtherServicesStub otherServices() {
        return others;
    }

    @Test
    void twoUsersThankAndEachFormIsRecordedOnce() {
        var lena = PAGES + "/people/" + person("lena");
        assertThat(server.get(lena, "looking", "text/html").body()).doesNotContain("/actions");
        var one = actionForm(lena) + "&action=thanks&text=%3Cb%3EThank+you";
        var other = actionForm(lena) + "&action=thanks";
        assertThat(server.form(lena + "/actions", "looking", "same-origin", one).status())
                .isEqualTo(403);
        assertThat(server.form(lena + "/actions", "dismissing", "cross-site", one)
                        .status())
                .isEqualTo(401);
        var before = others.accepted().size();
        var first = server.form(lena + "/actions", "dismissing", "same-origin", one);
        assertThat(first.status()).as(first.body()).isEqualTo(303);
        assertThat(first.headers().get("location").get(0)).startsWith(lena + "?done=thanks#e-");
        assertThat(server.form(lena + "/actions", "dismissing", "same-origin", one)
                        .headers()
                        .get("location"))
                .isEqualTo(first.headers().get("location"));
        server.form(lena + "/actions", ReportServer.ADMIN, "same-origin", other);
        assertThat(others.accepted()).hasSize(before + 2);
        assertThat(others.authorizations())
                .contains(server.authorizationOf("dismissing"), server.authorizationOf(ReportServer.ADMIN));
        var page = Jsoup.parse(server.page(lena + "?done=thanks").body());
        assertThat(page.select(".done").text()).contains("Recorded: thank-you.");
        assertThat(page.select(".timeline").text())
                .contains("from our team, by dismissing", "from our team, by administrator", "<b>Thank you");
        var changed = server.form(lena + "/actions", "dismissing", "same-origin", one + "+again");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(Jsoup.parse(changed.body()).text()).contains("This form was sent before");
    }

    @Test
    void usersWhoThankTheSamePersonAtOnceAreAllRecordedAndAFormSentTwiceAtOnceIsOneAction() {
        var lena = PAGES + "/people/" + person("lena");
        var twice = actionForm(lena) + "&action=thanks";
        var forms = List.of(actionForm(lena) + "&action=thanks", actionForm(lena) + "&action=thanks", twice, twice);
        var before = others.accepted().size();
        var sent = forms.stream()
                .map(form -> CompletableFuture.supplyAsync(
                        () -> server.form(lena + "/actions", "dismissing", "same-origin", form)))
                .toList();
        assertThat(sent)
                .extracting(CompletableFuture::join)
                .extracting(ReportServer.HttpAnswer::status)
                .containsOnly(303);
        var recorded = others.accepted().subList(before, others.accepted().size());
        assertThat(recorded.stream().map(EngagementReceived::id).distinct()).hasSize(3);
    }

    @Test
    void actionReturnsToTheListOfTheSameBrandOnly() {
        var kim = PAGES + "/people/" + person("kim");
        for (var back : List.of(
                "https://elsewhere.example",
                "//elsewhere.example",
                PAGES + "//elsewhere",
                PAGES + "/people/../../..",
                "/agencies/west/brands/cafe/people")) {
            var sent = server.form(
                    kim + "/actions",
                    "dismissing",
                    "same-origin",
                    actionForm(kim) + "&action=note&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
            assertThat(sent.headers().get("location").get(0)).as(back).startsWith(kim + "?done=note#e-");
        }
        var list = PAGES + "/people?seen=new&sort=-theyToUs";
        var sent = server.form(
                kim + "/actions",
                "dismissing",
                "same-origin",
                actionForm(kim) + "&action=call&minutes=5&back=" + URLEncoder.encode(list, StandardCharsets.UTF_8));
        assertThat(sent.headers().get("location")).containsExactly(list + "&done=call");
    }

    @Test
    void actionForSomebodyWhoWasMergedErasedOrSplitMeanwhileIsRecordedOrRefusedWithAReason() {
        var kim = PAGES + "/people/" + person("kim");
        var form = actionForm(kim) + "&action=thanks";
        var former = person("former");
        server.publish(merged(former, "kim"));
        await().until(() -> server.page(PAGES + "/people/" + former).status() == 200);
        var merged = server.form(PAGES + "/people/" + former + "/actions", "dismissing", "same-origin", form);
        assertThat(merged.headers().get("location").get(0)).startsWith(kim + "?done=thanks#e-");

        var erased =
                server.form(PAGES + "/people/" + UUID.randomUUID() + "/actions", "dismissing", "same-origin", form);
        assertThat(erased.status()).isEqualTo(404);
        assertThat(Jsoup.parse(erased.body()).text()).contains("was erased meanwhile", "Nothing was recorded");
        var moved = server.form(
                kim + "/actions", "dismissing", "same-origin", actionForm(kim) + "&action=call&handle=x%7Celse");
        assertThat(moved.status()).isEqualTo(409);
        assertThat(Jsoup.parse(moved.body()).text()).contains("belongs to another person now");

        others.refuse("This account was erased.");
        var suppressed = server.form(kim + "/actions", "dismissing", "same-origin", actionForm(kim) + "&action=thanks");
        others.refuse("");
        assertThat(suppressed.status()).isEqualTo(409);
        assertThat(Jsoup.parse(suppressed.body()).text()).contains("Nothing was recorded", "This account was erased.");
    }

    @Test
    void actionForASelectionIsRecordedOnceForEachAndLeavesOutWhoIsGone() {
        var list = PAGES + "/people";
        assertThat(server.get(list, "looking", "text/html").body()).doesNotContain("Act for several people");
        var page = Jsoup.parse(
                server.get(list + "?select=all", "dismissing", "text/html").body());
        assertThat(page.select("[name=person][checked]")).hasSameSizeAs(page.select(".person"));
        var form = selectionForm(page);
        var former = person("selected-former");
        server.publish(merged(former, "kim"));
        await().until(() -> server.page(list + "/" + former).status() == 200);
        var people = selected(person("lena"), person("kim"), former, person("lena"), UUID.randomUUID(), person("done"));
        var before = others.accepted().size();
        assertThat(server.form(list + "/actions", "looking", "same-origin", form + people)
                        .status())
                .isEqualTo(403);
        assertThat(server.form(list + "/actions", "dismissing", "cross-site", form + people)
                        .status())
                .isEqualTo(401);
        for (var twice = 0; twice < 2; twice++) {
            var sent = server.form(
                    list + "/actions", "dismissing", "same-origin", form + "&action=thanks&back=" + list + people);
            assertThat(sent.status()).as(sent.body()).isEqualTo(303);
            // A person with no account and one who was never known.
            assertThat(sent.headers().get("location")).containsExactly(list + "?done=thanks.2.2");
        }
        assertThat(others.accepted().subList(before, others.accepted().size()))
                .extracting(each -> each.actor().id() + " " + each.kind())
                .containsExactly("lena THANKS", "kim THANKS");
        assertThat(Jsoup.parse(server.page(list + "?done=thanks.2.2").body())
                        .select(".done")
                        .text())
                .contains("thank-you for 2 people", "2 were left out");

        var other = selectionForm(Jsoup.parse(server.page(list).body()));
        server.form(list + "/actions", ReportServer.ADMIN, "same-origin", other + "&action=thanks" + people);
        assertThat(others.accepted()).as("another user's form").hasSize(before + 4);
        others.refuse("This account was erased.");
        var refused = selectionForm(Jsoup.parse(server.page(list).body()));
        var sent = server.form(
                list + "/actions", "dismissing", "same-origin", refused + "&action=note" + selected(person("kim")));
        others.refuse("");
        assertThat(sent.headers().get("location")).containsExactly(list + "?done=note.0.1");
    }

    @Test
    void reminderIsSetForASelection() {
        var list = PAGES + "/people";
        var form = selectionForm(Jsoup.parse(server.page(list).body()));
        var fields =
                form + selected(person("lena"), person("done"), UUID.randomUUID()) + "&action=remind&text=Call&due=";
        assertThat(server.form(list + "/actions", "dismissing", "same-origin", fields)
                        .status())
                .isEqualTo(400);
        var due = LocalDate.now(ZoneOffset.UTC).plusDays(5);
        for (var twice = 0; twice < 2; twice++) {
            assertThat(server.form(list + "/actions", "dismissing", "same-origin", fields + due)
                            .headers()
                            .get("location"))
                    .containsExactly(list + "?done=remind.1.2");
        }
        var path = "/v1/agencies/east/brands/cafe/people/" + person("lena") + "/reminders";
        var set = server.get(path).items();
        assertThat(set)
                .singleElement()
                .satisfies(each ->
                        assertThat(each).containsEntry("name", "Lena Vogt").containsEntry("text", "Call"));
        server.post(path + "/" + set.get(0).get("id") + "/dismiss", "dismissing", "");
    }

    @Test
    void selectionThatIsEmptyOrTooLargeIsRefusedWithAReason() {
        var list = PAGES + "/people";
        var form = selectionForm(Jsoup.parse(server.page(list).body())) + "&action=thanks";
        var before = others.accepted().size();
        var none = server.form(list + "/actions", "dismissing", "same-origin", form);
        assertThat(none.status()).isEqualTo(400);
        assertThat(Jsoup.parse(none.body()).text()).contains("Select at least one person");
        for (var size : List.of(201, 990, 10_000)) {
            var people = selected(
                    IntStream.range(0, size).mapToObj(each -> UUID.randomUUID()).toArray(UUID[]::new));
            var sent = server.form(list + "/actions", "dismissing", "same-origin", form + people);
            assertThat(sent.status()).as(size + ": " + sent.body()).isEqualTo(400);
            assertThat(Jsoup.parse(sent.body()).text()).as("%d people", size).contains("at most");
        }
        assertThat(others.accepted()).hasSize(before);
    }

    private static String selected(UUID... people) {
        return Stream.of(people).map(each -> "&person=" + each).collect(Collectors.joining());
    }

    private static String selectionForm(Document page) {
        var form = page.selectFirst("#selection");
        return "nonce=" + form.selectFirst("[name=nonce]").val() + "&at="
                + form.selectFirst("[name=at]").val();
    }

    private static PersonDescribed merged(UUID former, String into) {
        return PersonDescribedBuilder.builder()
                .agency(CAFE.agency())
                .brand(CAFE.brand())
                .person(former)
                .mergedInto(person(into))
                .since(Instant.EPOCH)
                .distinctFrom(List.of())
                .decisions(List.of())
                .version(1)
                .at(Instant.EPOCH)
                .build();
    }

    /** The hidden fields of a form, as the page of a person has it. */
    private static String actionForm(String path) {
        var form =
                Jsoup.parse(server.get(path, "dismissing", "text/html").body()).selectFirst("form.act");
        return "nonce=" + form.selectFirst("[name=nonce]").val() + "&at="
                + form.selectFirst("[name=at]").val();
    }

    @Test
    void markCoversWhatIsKnownNowAndIsUndoneStepByStep() {
        var path = OWED + person("lena");
        assertThat(server.post(path + "/dismiss", "looking", "{}").status()).isEqualTo(403);
        var first = server.post(path + "/dismiss", "dismissing", "{\"upTo\": \"2025-05-04T10:00:10Z\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json())
                .containsEntry("upTo", "2025-05-04T10:00:10Z")
                .containsEntry("handles", 2)
                .containsEntry("published", true);
        var all = server.post(path + "/dismiss", "dismissing", "{\"reason\": \" By phone \"}");
        assertThat(all.json()).containsEntry("upTo", "2025-05-04T11:00:00Z");
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
