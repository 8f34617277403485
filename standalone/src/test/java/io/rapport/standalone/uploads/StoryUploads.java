package io.rapport.standalone.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What mailboxes, calendars, telephones, shops and web analytics add up to. */
final class StoryUploads {

    private static final String ANN = "ann@berg.example";
    private static final Map<String, String> BEARER = Map.of("Authorization", "Bearer hush");

    private StoryUploads() {}

    static List<UploadCase> cases() {
        return List.of(
                UploadCase.of(
                        "a reply, a call, a webinar, a referral and an order are one person's",
                        StoryUploads::onePerson),
                UploadCase.of(
                        "a business card, an invitation to speak, a link and a visit before a purchase are a named person's",
                        StoryUploads::speaker),
                UploadCase.of(
                        "visits from search are worth their price, and advertisements stand apart",
                        StoryUploads::search));
    }

    private static void onePerson(UploadBrand brand) {
        brand.clients("id,name,email,phone\n1,Ann Berg," + ANN + ",+4791122333\n");
        var strength = new AtomicReference<>(0.0);

        brand.connect("email", "hello@acme.example", "\"secret\": \"hush\"");
        brand.deliver("email", "message/rfc822", mail(), BEARER);
        grows(brand, strength, "email", List.of());

        brand.connect("phone", "+4722334455", "\"secret\": \"hush\"");
        var call =
                "{\"id\": \"c1\", \"direction\": \"inbound\", \"from\": \"+4791122333\", \"to\": \"+4722334455\", \"startedAt\": \"2026-03-03T10:00:00Z\", \"seconds\": 600, \"answered\": true}";
        brand.deliver("phone", "application/json", call, BEARER);
        grows(brand, strength, "phone", List.of());

        brand.connect("calendar", "@acme.example", "\"secret\": \"hush\"");
        brand.deliver("calendar", "text/calendar", webinar(), BEARER);
        grows(brand, strength, "event", List.of("HOURS_INVESTED 1.0 40"));
        assertThat(brand.people()).as("each attendee is a person").hasSize(40);

        brand.send(InteractionRow.of("referral", "REFERRAL")
                .with("occurredAt", "2026-03-05T09:00:00Z")
                .actor("id", ANN)
                .actor("email", ANN)
                .text("Talk to Acme"));
        grows(brand, strength, "referral", List.of("HOURS_INVESTED 1.0 40"));

        brand.connect("shopify", "acme.myshopify.com", "\"clientSecret\": \"hush\"");
        var paid = order("paid", "2026-03-06T10:00:00Z", "");
        brand.deliver("shopify", "application/json", paid, shopify("orders/create", paid));
        grows(
                brand,
                strength,
                "shop",
                List.of("ASSISTED_SALES 100.0 1", "DIRECT_SALES 100.0 1", "HOURS_INVESTED 1.0 40"));

        var refund = order(
                "partially_refunded",
                "2026-03-07T10:00:00Z",
                ",\"refunds\":[{\"id\":7,\"created_at\":\"2026-03-07T10:00:00Z\",\"transactions\":[{\"kind\":\"refund\",\"status\":\"success\",\"amount\":\"25.00\",\"currency\":\"EUR\"}]}]");
        var bought = brand.strengthOfClient();
        brand.deliver("shopify", "application/json", refund, shopify("orders/updated", refund));
        brand.deliver("shopify", "application/json", paid, shopify("orders/paid", paid));
        brand.deliver("shopify", "application/json", refund, shopify("orders/updated", refund));
        brand.settledUntil(() -> {
            assertThat(brand.streams())
                    .containsExactly("ASSISTED_SALES 75.0 1", "DIRECT_SALES 75.0 1", "HOURS_INVESTED 1.0 40");
            assertThat(brand.strengthOfClient())
                    .as("a partial refund leaves the purchase one")
                    .isCloseTo(bought, within(1.0));
            assertThat(brand.clientsWithAccount()).containsExactly("Ann Berg");
        });
    }

    /** Waits until the person is stronger than before, has an account on the channel, and the brand has these streams. */
    private static void grows(UploadBrand brand, AtomicReference<Double> before, String channel, List<String> streams) {
        brand.settledUntil(() -> {
            var person = brand.clientsWithAccount();
            assertThat(person).containsExactly("Ann Berg");
            assertThat(brand.channelsOfClient()).contains(channel);
            assertThat(brand.strengthOfClient()).isGreaterThan(before.get());
            assertThat(brand.streams()).isEqualTo(streams);
        });
        before.set(brand.strengthOfClient());
    }

    private static String mail() {
        return "From: Ann Berg <" + ANN + ">\r\nTo: hello@acme.example\r\nMessage-ID: <r1@berg.example>\r\n"
                + "In-Reply-To: <newsletter-3@acme.example>\r\nSubject: Re: News in March\r\n"
                + "Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n\r\nWhat a lovely newsletter, thank you!\r\n\r\n"
                + "On Sun, 1 Mar 2026 at 08:00, Acme <hello@acme.example> wrote:\r\n> News in March\r\n";
    }

    private static String webinar() {
        var others = IntStream.range(1, 40)
                .mapToObj(i -> "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest%d@guests.example\r\n".formatted(i))
                .collect(Collectors.joining());
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//EN\r\nBEGIN:VEVENT\r\nUID:webinar-1\r\n"
                + "DTSTART:20260304T100000Z\r\nDTEND:20260304T110000Z\r\nSUMMARY:Webinar\r\n"
                + "ORGANIZER;CN=Kari:mailto:kari@acme.example\r\nATTENDEE;CN=Ann Berg;PARTSTAT=ACCEPTED:mailto:" + ANN
                + "\r\n" + others + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String order(String status, String updated, String more) {
        return "{\"id\":551,\"name\":\"#1001\",\"currency\":\"EUR\",\"total_price\":\"100.00\",\"created_at\":\"2026-03-06T09:00:00Z\",\"updated_at\":\"%s\",\"email\":\"%s\",\"customer\":{\"id\":5,\"first_name\":\"Ann\",\"last_name\":\"Berg\",\"email\":\"%s\"},\"financial_status\":\"%s\"%s}"
                .formatted(updated, ANN, ANN, status, more);
    }

    private static Map<String, String> shopify(String topic, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            return Map.of(
                    "X-Shopify-Topic", topic,
                    "X-Shopify-Shop-Domain", "acme.myshopify.com",
                    "X-Shopify-Hmac-Sha256", signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void speaker(UploadBrand brand) {
        var card = brand.card(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Lund\r\nEMAIL:bo@lund.example\r\nURL:https://bo.example/\r\nEND:VCARD\r\n");
        assertThat(card.accepted()).isEqualTo(1);

        brand.connect("calendar", "@acme.example", "\"secret\": \"hush\"");
        brand.deliver(
                "calendar",
                "text/calendar",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lund//EN\r\nBEGIN:VEVENT\r\nUID:talk-1\r\nDTSTART:20260304T100000Z\r\n"
                        + "DTEND:20260304T110000Z\r\nCATEGORIES:SPEAKING\r\nORGANIZER:mailto:bo@lund.example\r\n"
                        + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:kari@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                BEARER);
        brand.settledUntil(() -> {
            assertThat(brand.clientsWithAccount()).containsExactly("Bo Lund");
            assertThat(brand.kindsOfClient()).contains("INBOUND INVITATION");
        });

        brand.connect("feed", "acme.example", "\"secret\": \"hush\"");
        brand.deliver(
                "feed",
                "application/rss+xml",
                "<rss><channel><item><guid>p1</guid><link>https://bo.example/p1</link><pubDate>Thu, 05 Mar 2026 09:00:00 GMT</pubDate>"
                        + "<description>See &lt;a href='https://acme.example/roast'&gt;Acme&lt;/a&gt;</description></item></channel></rss>",
                BEARER);
        brand.settledUntil(() -> assertThat(brand.streams()).contains("AUTHORITY 1.0 1"));

        // A click in a newsletter: of the visitors of a website no address is verified.
        brand.send(InteractionRow.of("email", "VISIT")
                .with("occurredAt", "2026-03-06T08:00:00Z")
                .actor("id", "bo@lund.example")
                .actor("email", "bo@lund.example"));
        brand.connect("shopify", "acme.myshopify.com", "\"clientSecret\": \"hush\"");
        var paid = order("paid", "2026-03-06T10:00:00Z", "").replace(ANN, "bo@lund.example");
        brand.deliver("shopify", "application/json", paid, shopify("orders/create", paid));
        brand.settledUntil(() -> {
            assertThat(brand.clientsWithAccount()).containsExactly("Bo Lund");
            assertThat(brand.kindsOfClient())
                    .contains("INBOUND PURCHASE", "INBOUND VISIT", "INBOUND CITATION", "INBOUND INVITATION");
            assertThat(brand.streams()).contains("ASSISTED_SALES 100.0 1", "DIRECT_SALES 100.0 1", "AUTHORITY 1.0 1");
            assertThat(brand.assists()).as("a visit is no touch").contains("INBOUND CITATION", "INBOUND INVITATION");
        });
    }

    private static void search(UploadBrand brand) {
        assertThat(brand.keywords("Top queries,Clicks,Impressions\ncoffee near me,41,803\n")
                        .status())
                .isEqualTo(400);
        var prices = brand.keywords("Keyword,Currency code,Avg. CPC,Clicks\n[coffee near me],EUR,0.50,10\n");
        assertThat(prices.body()
                        .path("prices")
                        .path("keywords")
                        .path("coffee near me")
                        .asDouble())
                .isEqualTo(0.5);
        brand.file("Date,Query,Clicks,Impressions\n2026-03-02,coffee near me,40,800\n2026-03-02,tea,9,90\n");
        brand.file(
                "date,source,utm_medium,utm_term,visitors,visits\n2026-03-03,Google,cpc,coffee near me,6,7\n2026-03-03,DuckDuckGo,,coffee near me,2,2\n");
        brand.send(
                InteractionRow.of("search", "VISIT")
                        .with("occurredAt", "2026-03-04T09:00:00Z")
                        .with("value", Map.of("keyword", "Coffee near me"))
                        .actor("id", "visitor-1"),
                InteractionRow.of("instagram", "POST")
                        .with("direction", "OUTBOUND")
                        .with("occurredAt", "2026-03-04T09:00:00Z")
                        .with("content", Map.of("text", "Spring menu", "paid", true))
                        .actor("id", "acme"));

        brand.settledUntil(() -> {
            assertThat(brand.streams()).containsExactly("SEARCH_COST_AVOIDED 21.5 43");
            assertThat(brand.paid()).containsExactly("search INBOUND VISIT 7", "instagram OUTBOUND POST 1");
            assertThat(brand.people()).as("totals are of no person").hasSize(1);
        });
    }
}
