package io.rapport.report;

import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import io.rapport.report.ReportServer.HttpAnswer;
import io.rapport.report.delivery.WebhookTarget;
import io.rapport.test.EventStream;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Months of a brand that are over: the event, and the mail to those who confirmed. */
class MonthMailIT {

    private static final BrandKey BRAND = new BrandKey("monthly", "roasters");
    private static final String PAGES = "/agencies/monthly/brands/roasters";
    private static final String SUBSCRIPTIONS = "/v1" + PAGES + "/subscriptions";
    private static final Pattern LINK = Pattern.compile("https://rapport\\.example(/subscriptions/rpm_[^/\\s]+)/");

    private static OtherServicesStub scoring;
    private static GreenMail mail;
    private static ReportServer server;

    @BeforeAll
    static void start() throws IOException {
        scoring = new OtherServicesStub();
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server = new ReportServer(
                scoring.url(),
                "",
                List.of(
                        "--rapport.mail.host=127.0.0.1",
                        "--rapport.mail.port=" + port,
                        "--rapport.mail.from=Rapport <reports@agency.example>",
                        "--rapport.mail.security=NONE",
                        "--rapport.mail.url=https://rapport.example/",
                        "--rapport.mail.interval=200ms",
                        "--rapport.mail.first-backoff=100ms",
                        "--rapport.months.interval=200ms",
                        "--rapport.months.settle=0s"));
        server.register(BRAND, "Åre & Søn <b>Roasters</b>");
        server.publish(handle(
                new HandleKey(BRAND, "x", "gaps"),
                person("gaps"),
                1,
                HandleProfileBuilder.builder().name("gaps").build()));
        server.publish(PersonDescribedBuilder.builder(profile(person("gaps"), "Zoë <i>Zero</i>", null, 1))
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .build());
        turn("2025-05-04", 1);
        server.issue("monthly", "editing", Set.of(), Scope.INGEST)
                .issue("monthly", "reading-months", Set.of(), Scope.READ)
                .issue("monthly", "administering", Set.of(), Scope.ADMIN);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
        mail.stop();
        scoring.close();
    }

    @Test
    void aMonthIsSentToThoseWhoConfirmedUntilTheyUnsubscribe() throws Exception {
        await().until(() -> completedMonth().equals("2025-04"));
        try (var target = new WebhookTarget(delivery -> 200);
                var changes = EventStream.open(server.url() + "/v1" + PAGES + "/changes", "reading-months", null)) {
            await().until(() -> !changes.lastId().isEmpty());
            var webhook = "{\"url\": \"%s\", \"events\": [\"month.completed\"]}".formatted(target.url());
            assertThat(server.put("/v1/agencies/monthly/webhooks/crm", "administering", webhook)
                            .status())
                    .isEqualTo(201);

            // The mail server is down at first.
            assertThat(subscribe("Kari@Agency.example", "nb").json())
                    .containsEntry("address", "Kari@agency.example")
                    .containsEntry("state", "UNCONFIRMED");
            await().until(() -> item(0).get("state").equals("FAILING"));
            assertThat(item(0)).containsEntry("error", "The mail server could not be reached.");
            mail.start();
            confirm(link(received("Kari@agency.example", 1)));
            assertThat(item(0)).containsEntry("state", "ACTIVE").containsEntry("month", "2025-04");
            subscribe("ola@agency.example", "en");
            confirm(link(received("ola@agency.example", 1)));

            turn("2025-06-02", 2);
            var kari = received("Kari@agency.example", 2);
            assertIsTheMonth(kari, "Åre & Søn <b>Roasters</b>: Mai 2025");
            var ola = received("ola@agency.example", 2);
            assertIsTheMonth(ola, "Åre & Søn <b>Roasters</b>: May 2025");
            assertThat(parts(ola).get("text/plain"))
                    .contains("https://rapport.example" + PAGES + "/months/2025-05", "Unsubscribe: https://");
            await().until(() -> changes.events.stream()
                    .anyMatch(event -> event.type().equals("month.completed")
                            && event.data().contains("\"month\":\"2025-05\"")
                            && event.data().contains("\"path\":\"" + PAGES + "/months/2025-05\"")));
            await().until(() -> target.received.stream()
                    .anyMatch(delivery -> delivery.body().contains("\"month\":\"2025-05\"")));

            unsubscribeWithOneClick(kari);
            turn("2025-07-01", 3);
            received("ola@agency.example", 3);
            assertThat(mail.getReceivedMessages()).hasSize(5);
            assertThat(sentTo("Kari@agency.example")).hasSize(2);
        }
    }

    private static void assertIsTheMonth(MimeMessage message, String subject) throws Exception {
        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var parts = parts(message);
        assertThat(parts.get("text/plain")).contains("Zoë <i>Zero</i>");
        var html = Jsoup.parse(parts.get("text/html"));
        assertThat(html.select("i, b")).isEmpty();
        assertThat(html.select("h1").text()).isEqualTo(subject);
        assertThat(html.select("li").text()).contains("Zoë <i>Zero</i>");
        assertThat(parts.get("application/pdf")).startsWith("%PDF-");
    }

    /** A mail program asks without a session or a referrer; an unknown link is answered alike. */
    private static void unsubscribeWithOneClick(MimeMessage message) throws MessagingException {
        var header = message.getHeader("List-Unsubscribe")[0].replaceAll("\\s", "");
        var path = header.replaceAll("^<https://rapport\\.example|>$", "");
        assertThat(path).endsWith("/unsubscribe");
        assertThat(page(path).select("form button")).hasSize(1);
        assertThat(server.get(SUBSCRIPTIONS, "editing", "application/json").items())
                .hasSize(2);
        var done = click(path, "List-Unsubscribe=One-Click");
        assertThat(done.status()).isEqualTo(200);
        assertThat(server.get(SUBSCRIPTIONS, "editing", "application/json").items())
                .singleElement()
                .satisfies(left -> assertThat(left).containsEntry("address", "ola@agency.example"));
        for (var unknown : List.of(path, "/subscriptions/rpm_unknown/unsubscribe")) {
            var again = click(unknown, "List-Unsubscribe=One-Click");
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(done.body());
        }
    }

    /** Opening the link confirms nothing. */
    private static void confirm(String link) {
        assertThat(page(link + "/confirm").select("form button")).hasSize(1);
        await().until(() -> item(0).get("state").equals("UNCONFIRMED"));
        var done = click(link + "/confirm", "");
        assertThat(done.status()).isEqualTo(200);
        assertThat(click("/subscriptions/rpm_unknown/confirm", "").body()).isEqualTo(done.body());
        assertThat(item(0)).containsEntry("state", "ACTIVE");
    }

    @Test
    void unknownLinksAreLimitedForEachAddressThatTheGatewayReceivesThemFrom() {
        var unknown = "/subscriptions/rpm_guessed/confirm";
        for (var attempt = 0; attempt < 30; attempt++) {
            assertThat(click(unknown, "203.0.113.7", "").status()).isEqualTo(200);
        }
        var refused = click(unknown, "203.0.113.7", "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("retry-after");
        assertThat(click(unknown, "203.0.113.8", "").status()).isEqualTo(200);
    }

    @Test
    void subscriptionsAreForEditorsAndTheirAddressesAreChecked() {
        assertThat(server.get(SUBSCRIPTIONS, "reading-months", "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(server.get(PAGES + "/subscriptions", "reading-months", "text/html")
                        .status())
                .isEqualTo(403);
        assertThat(server.post(SUBSCRIPTIONS, "reading-months", "{\"address\": \"a@b.example\"}")
                        .status())
                .isEqualTo(403);
        for (var body : List.of(
                "{}",
                "{\"address\": \"kari\"}",
                "{\"address\": \"a@b.example\\r\\nBcc: c@d.example\"}",
                "{\"address\": \"a@b.example\", \"language\": \"xx\"}")) {
            assertThat(server.post(SUBSCRIPTIONS, "editing", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(server.form(PAGES + "/subscriptions", "editing", "same-origin", "address=kari")
                        .status())
                .isEqualTo(400);
        assertThat(server.norwegianPage(PAGES + "/subscriptions").body()).contains("Månedsrapport på e-post");
        assertThat(server.form(PAGES + "/subscriptions/" + person("none") + "/delete", "editing", "same-origin", "")
                        .status())
                .isEqualTo(404);
    }

    private static void turn(String day, long sequence) {
        server.publish(brandDay(BRAND, LocalDate.parse(day), sequence, 120));
    }

    private static String completedMonth() {
        return server.store()
                .completedMonths()
                .find(BRAND)
                .map(each -> each.month())
                .orElse("");
    }

    private static HttpAnswer subscribe(String address, String language) {
        var body = "{\"address\": \"%s\", \"language\": \"%s\"}".formatted(address, language);
        var added = server.post(SUBSCRIPTIONS, "editing", body);
        assertThat(added.status()).isEqualTo(201);
        assertThat(server.post(SUBSCRIPTIONS, "editing", body).json().get("id"))
                .isEqualTo(added.json().get("id"));
        return added;
    }

    private static Map<String, Object> item(int index) {
        return server.get(SUBSCRIPTIONS, "editing", "application/json").items().get(index);
    }

    private static MimeMessage received(String address, int number) {
        await().until(() -> sentTo(address).size() >= number);
        return sentTo(address).get(number - 1);
    }

    private static List<MimeMessage> sentTo(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(each -> to(each).equals(address))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String link(MimeMessage message) throws Exception {
        var matcher = LINK.matcher(parts(message).get("text/plain"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** The content of each part by its type. */
    private static Map<String, String> parts(Part part) throws Exception {
        var parts = new TreeMap<String, String>();
        if (part.getContent() instanceof Multipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                parts.putAll(parts(several.getBodyPart(i)));
            }
        } else {
            var type = part.getContentType().replaceAll(";.*", "").strip();
            var text = type.startsWith("text/")
                    ? part.getContent().toString()
                    : new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            parts.put(type.toLowerCase(Locale.ROOT), text);
        }
        return parts;
    }

    private static Document page(String path) {
        var page = server.get(path, null, "text/html");
        assertThat(page.status()).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private static HttpAnswer click(String path, String body) {
        return click(path, "127.0.0.1", body);
    }

    private static HttpAnswer click(String path, String from, String body) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("X-Forwarded-For", from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
