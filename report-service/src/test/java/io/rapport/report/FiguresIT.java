package io.rapport.report;

import static io.rapport.report.FiguresSampleData.CAFE;
import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.judged;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.spread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.messaging.json.Json;
import io.rapport.report.ReportServer.HttpAnswer;
import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.test.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spread, service, value, content and sentiment from the topics to the responses, and corrections back to their topic. */
class FiguresIT {

    private static final String V1 = "/v1/agencies/east/brands/cafe";

    private static final String PAGES = "/agencies/east/brands/cafe";

    private static ReportServer server;

    @BeforeAll
    static void start() {
        server = new ReportServer();
        FiguresSampleData.publishTo(server);
        server.issue("east", "east-reader", Set.of(), Scope.READ).issue("east", "east-admin", Set.of(), Scope.ADMIN);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void spreadHasBothPolarities() {
        var spread = server.get(V1 + "/spread").json();
        assertThat(spread)
                .containsOnlyKeys(
                        "window",
                        "asOf",
                        "modelVersion",
                        "alert",
                        "alertAvailable",
                        "evidence",
                        "positive",
                        "negative",
                        "mean",
                        "polarisation")
                .containsEntry("window", 30)
                .containsEntry("asOf", "2025-05-04")
                .containsEntry("modelVersion", "1")
                .containsEntry("alert", FiguresSampleData.ALERT)
                .containsEntry("mean", 0.31);
        assertThat((Map<String, Object>) spread.get("positive"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "carriers",
                        40,
                        "voices",
                        70,
                        "reach",
                        51000,
                        "reproduction",
                        Map.of("value", 1.4, "low", 1.05, "high", 1.86, "parents", 25, "measurable", true),
                        "secondsToFirst",
                        900.0,
                        "secondsToFifth",
                        5400.0));
        var negative = (Map<String, Object>) spread.get("negative");
        assertThat((Map<String, Object>) negative.get("reproduction"))
                .containsEntry("value", null)
                .containsEntry("measurable", false)
                .containsEntry("parents", 3);
        assertThat(server.get(V1 + "/spread?window=7").json()).containsEntry("mean", null);
        assertThat(server.get(V1 + "/spread?asOf=2025-05-02").json())
                .containsEntry("asOf", "2025-05-02")
                .containsEntry("alert", null)
                .containsEntry("alertAvailable", false);
    }

    @Test
    @SuppressWarnings("unchecked")
    void serviceListsOwedRepliesLongestWaitingFirst() {
        var service = server.get(V1 + "/service").json();
        assertThat(service)
                .containsOnlyKeys(
                        "asOf",
                        "modelVersion",
                        "measured",
                        "window",
                        "opened",
                        "answered",
                        "answeredInPublic",
                        "waiting",
                        "medianSeconds",
                        "p90Seconds",
                        "targetMinutes",
                        "withinTarget",
                        "evidence",
                        "owed")
                .containsEntry("measured", true)
                .containsEntry("opened", 48)
                .containsEntry("medianSeconds", 1260.5);
        var owed = (List<Map<String, Object>>) ((Map<String, Object>) service.get("owed")).get("items");
        assertThat(owed).extracting(each -> each.get("name")).containsExactly("Lena Vogt", "Ola Nordmann", "Kim Sun");
        assertThat(owed.get(0))
                .containsOnlyKeys(
                        "person", "name", "handles", "owed", "owedSince", "strength", "top", "stage", "client")
                .containsEntry("owed", 1)
                .containsEntry("owedSince", "2025-05-01T08:00:00Z");
        assertThat(owedByPages("")).containsExactly("Lena Vogt", "Ola Nordmann", "Kim Sun");
        assertThat(server.get(V1 + "/service?window=7").json())
                .containsEntry("opened", 0)
                .containsEntry("medianSeconds", null);
        assertThat(server.get(V1 + "/service?asOf=2025-04-30").json()).containsEntry("measured", false);
    }

    @Test
    @SuppressWarnings("unchecked")
    void valueStreamsAreSeparateAndLabeled() {
        var value = server.get(V1 + "/value").json();
        assertThat(value).containsOnlyKeys("window", "asOf", "modelVersion", "measured", "streams", "paid");
        var streams = (List<Map<String, Object>>) value.get("streams");
        assertThat(streams)
                .extracting(each -> each.get("stream") + " " + each.get("unit"))
                .containsExactly(
                        "DIRECT_SALES EUR",
                        "DIRECT_SALES USD",
                        "ASSISTED_SALES EUR",
                        "REFERRAL EUR",
                        "SEARCH_COST_AVOIDED EUR",
                        "SERVICE_SAVED EUR",
                        "HOURS_INVESTED hours");
        assertThat(streams)
                .allSatisfy(each -> assertThat(each)
                        .containsOnlyKeys(
                                "stream", "label", "meaning", "unit", "amount", "count", "evidence", "parts"));
        assertThat(server.get(V1 + "/value?window=7").json())
                .containsEntry("measured", true)
                .containsEntry("streams", List.of());
        assertThat(server.get(V1 + "/value?asOf=2025-04-30").json()).containsEntry("measured", false);
    }

    @Test
    void staffHaveSharesAndTheClientsTheyHoldAlone() {
        var staff = server.get(V1 + "/staff").json();
        assertThat(staff)
                .containsEntry("from", "2025-04-05")
                .containsEntry("to", "2025-05-04")
                .containsEntry("outbound", 2)
                .containsEntry("named", 1)
                .containsEntry("complete", true);
        assertThat(staff.get("members"))
                .isEqualTo(List.of(Map.of(
                        "staff",
                        "Kari",
                        "engagements",
                        1,
                        "share",
                        1.0,
                        "clients",
                        List.of(Map.of(
                                "person",
                                person("lena").toString(),
                                "name",
                                "Lena Vogt",
                                "link",
                                PAGES + "/people/" + person("lena"))))));
        assertThat(server.get(V1 + "/staff?to=2025-05-03").json()).containsEntry("outbound", 0);
    }

    @Test
    void effortsAreListedWithThePeopleTheyWereFor() {
        var days = "/outbound?from=2025-05-01&to=2025-05-04";
        var first = server.get(V1 + days + "&limit=1");
        assertThat(first.json())
                .containsOnlyKeys("from", "to", "staff", "items", "next")
                .containsEntry("from", "2025-05-01")
                .containsEntry("staff", null);
        assertThat(first.items())
                .singleElement()
                .satisfies(answer -> assertThat(answer)
                        .containsOnlyKeys(
                                "person",
                                "name",
                                "engagement",
                                "at",
                                "direction",
                                "kind",
                                "channel",
                                "staff",
                                "text",
                                "evidence")
                        .containsEntry("name", "Lena Vogt")
                        .containsEntry("kind", "REPLY")
                        .containsEntry("staff", "Kari")
                        .containsEntry(
                                "evidence",
                                PAGES + "/people/" + person("lena") + "#e-"
                                        + FiguresSampleData.engagementId("lena-answer")));
        var second = server.get(V1 + days + "&limit=1&cursor=" + first.json().get("next"));
        assertThat(second.json()).containsEntry("next", null);
        assertThat(second.items()).extracting(each -> each.get("kind")).containsExactly("MEETING");
        assertThat(server.get(V1 + days + "&staff=Kari").items()).hasSize(1);
        assertThat(server.get(V1 + days + "&staff=Ola").items()).isEmpty();
        var invested = page("").select(".ror strong a").last();
        var people = page(invested.attr("href").substring(PAGES.length()));
        assertThat(page(people.select("a[href*=/outbound?]").attr("href").substring(PAGES.length()))
                        .select(".lines .who a")
                        .eachText())
                .containsExactly("Lena Vogt", "@bea on x");
        var staff = page("/staff");
        assertThat(staff.select(".lines").text()).contains("Kari", "1 engagement", "Alone in touch with Lena Vogt");
        var kari = page(staff.select(".lines a").first().attr("href").substring(PAGES.length()));
        assertThat(kari.select("h1").text()).isEqualTo("What Kari did for people");
        assertThat(kari.select(".lines li").eachText())
                .singleElement()
                .asString()
                .contains("Lena Vogt", "Text of lena-answer", "Reply on x, 4 May 2025");
        assertThat(page(days + "&limit=1").select("a[rel=next]").attr("href")).contains("from=2025-05-01", "cursor=");
    }

    @Test
    void engagementsOfAPostAreListedWithTheirPeople() {
        var ofPost = server.get(V1 + "/content/engagements?channel=x&post=bee");
        assertThat(ofPost.json())
                .containsOnlyKeys("asOf", "channel", "post", "text", "items", "next")
                .containsEntry("asOf", "2025-05-04")
                .containsEntry("text", "We roast <b>on Sunday</b>, too");
        assertThat(ofPost.items())
                .singleElement()
                .satisfies(lena -> assertThat(lena)
                        .containsEntry("name", "Lena Vogt")
                        .containsEntry("text", "Text of lena-thanks"));
        assertThat(server.get(V1 + "/content/engagements?channel=x&post=a").items())
                .isEmpty();
        var link = page("/content").select(".person .why a").first();
        assertThat(link.attr("href")).isEqualTo(PAGES + "/content/engagements?channel=x&post=bee");
        var page = page(link.attr("href").substring(PAGES.length()));
        assertThat(page.select("blockquote").first().text()).isEqualTo("We roast <b>on Sunday</b>, too");
        assertThat(page.select(".lines .who a").eachText()).containsExactly("Lena Vogt");
    }

    /** A number without a link has no people behind it: a time, a ratio, or a share of amounts. */
    @Test
    void numbersOfServiceAndValueLeadToTheirEngagements() {
        var service = page("/service");
        var asked = service.select(".figures a[href*=questions]").first();
        assertThat(asked.text()).isEqualTo("48");
        assertThat(page(asked.attr("href").substring(PAGES.length()))
                        .select("h1")
                        .text())
                .startsWith("Questions");
        assertThat(service.select(".figures a").eachAttr("href"))
                .anyMatch(link -> link.contains("figure=answered&") || link.endsWith("figure=answered"))
                .anyMatch(link -> link.endsWith("figure=answeredInPublic"));
        var value = page("/value");
        assertThat(value.select("#hours-invested-hours > p.soft a").attr("href"))
                .isEqualTo(PAGES + "/outbound?from=2025-04-05&to=2025-05-04");
        assertThat(page(value.select("#direct-sales-eur > p.soft a")
                                .attr("href")
                                .substring(PAGES.length()))
                        .select(".lines .who a")
                        .eachText())
                .contains("Lena Vogt");
    }

    @Test
    void sharedSalesNameWhoBoughtAndWhoHadAPart() {
        var sales = V1 + "/value/sales?from=2025-05-01&to=2025-05-04&stream=";
        var evidence = PAGES + "/people/" + person("bea") + "#e-" + FiguresSampleData.engagementId("bought-120.00");
        assertThat(server.get(sales + "referred").items())
                .singleElement()
                .satisfies(sale -> assertThat(sale)
                        .containsEntry("name", "@bea on x")
                        .containsEntry("amount", 120.0)
                        .containsEntry("currency", "EUR")
                        .containsEntry("day", "2025-05-04")
                        .containsEntry("evidence", evidence)
                        .containsEntry("referredBy", "Lena Vogt")
                        .containsEntry("referrerLink", PAGES + "/people/" + person("lena")));
        var assisted = server.get(sales + "assisted");
        assertThat(assisted.items())
                .hasSize(2)
                .allSatisfy(
                        sale -> assertThat(sale).containsEntry("touches", 1).containsEntry("channels", List.of("x")));
        var first = server.get(sales + "assisted&limit=1");
        var second =
                server.get(sales + "assisted&limit=1&cursor=" + first.json().get("next"));
        assertThat(Stream.of(first, second).flatMap(page -> page.items().stream()))
                .containsExactlyElementsOf(assisted.items());
        assertThat(second.json()).containsEntry("next", null);
        assertThat(server.get(sales + "assisted&limit=1", ReportServer.ADMIN, "text/csv")
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(server.get(V1 + "/value/sales?stream=assisted&from=2025-04-01&to=2025-05-03")
                        .items())
                .isEmpty();
        assertThat(server.get(sales + "stolen").json()).containsEntry("parameter", "stream");
        var page = page("/value/sales?stream=referred");
        assertThat(page.select(".lines li").text())
                .contains("@bea on x", "Bought for 120.00 EUR on 4 May 2025. Referred by Lena Vogt.");
        assertThat(page.select(".lines a").eachAttr("href")).contains(PAGES + "/people/" + person("lena"), evidence);
    }

    @Test
    void channelsAreSideBySideWithThePeopleWhoBought() {
        var channels = server.get(V1 + "/channels?from=2025-05-01&to=2025-05-04");
        assertThat(channels.json())
                .containsEntry("from", "2025-05-01")
                .containsEntry("complete", true)
                .containsKey("chains");
        assertThat(channels.items()).extracting(each -> each.get("channel")).containsExactly("x", "shop");
        assertThat(channels.items().get(0))
                .containsEntry("people", 3)
                .containsEntry("metFirst", 0)
                .containsEntry("assistedSales", 1)
                .containsEntry("hours", null);
        assertThat(channels.json().get("chains"))
                .asString()
                .contains("[x, shop]", "sales=1", "Lena Vogt", PAGES + "/people/" + person("lena"));
        var conversions = server.get(V1 + "/conversions");
        assertThat(conversions.items())
                .singleElement()
                .satisfies(lena -> assertThat(lena)
                        .containsEntry("name", "Lena Vogt")
                        .containsEntry("day", "2025-05-04")
                        .containsEntry("path", List.of("x", "shop"))
                        .containsEntry("daysAfter", 300));
        var page = page("/channels?from=2025-05-01&to=2025-05-04");
        assertThat(page.select("h1").text()).isEqualTo("Channels side by side");
        assertThat(page.select("tbody th").eachText()).containsExactly("x", "shop");
        assertThat(page.select("section[aria-labelledby=conversions] a").eachText())
                .containsExactly("Lena Vogt");
        assertThat(server.get(V1 + "/channels?from=2025-05-05").status()).isEqualTo(400);
    }

    @Test
    void everyFigureOfTheChannelsListsThePeopleBehindIt() {
        var days = "from=2025-05-01&to=2025-05-04";
        var channels = server.get(V1 + "/channels?" + days);
        assertThat((Integer) channels.items().get(0).get("goodWord")).isPositive();
        for (var channel : channels.items()) {
            for (var figure : ChannelFigure.values()) {
                var people = "/channels/people?channel=%s&figure=%s&%s"
                        .formatted(channel.get("channel"), figure.field(), days);
                var listed = server.get(V1 + people);
                assertThat(listed.items()).as(people).hasSize((int)
                        listed.json().get("count"));
                if (figure != ChannelFigure.HOURS) {
                    assertThat(listed.json()).as(people).containsEntry("count", channel.get(figure.field()));
                }
            }
        }
        var chain = server.get(V1 + "/channels/people?chain=x,shop&" + days);
        assertThat(chain.json())
                .containsEntry("count", 1)
                .containsEntry("people", 1)
                .containsEntry("channel", null);
        assertThat(chain.items())
                .singleElement()
                .satisfies(lena -> assertThat(lena)
                        .containsEntry("name", "Lena Vogt")
                        .containsEntry("on", "shop")
                        .containsEntry("day", "2025-05-04")
                        .containsEntry(
                                "evidence",
                                PAGES + "/people/" + person("lena") + "#e-"
                                        + FiguresSampleData.engagementId("lena-buys")));
        var page = page("/channels?" + days);
        assertThat(page.select("tbody a")).hasSizeGreaterThan(5);
        for (var link : page.select("tbody td a")) {
            var people = page(link.attr("href").substring(PAGES.length()));
            if (link.text().matches("[0-9]+")) {
                assertThat(people.select("h1 .count").text())
                        .as(link.attr("href"))
                        .isEqualTo(link.text());
            }
            assertThat(people.select(".lines .who a").eachText()).isNotEmpty();
        }
        assertThat(page.select("section[aria-labelledby=chains] a[href*=chain]").attr("href"))
                .contains("chain=x%2Cshop");
    }

    @Test
    void peopleBehindAFigureOfAChannelArePaged() {
        var path = V1 + "/channels/people?channel=x&figure=people&from=2025-05-01&to=2025-05-04&limit=2";
        var first = server.get(path);
        var second = server.get(path + "&cursor=" + first.json().get("next"));
        assertThat(first.json()).containsEntry("count", 3);
        assertThat(second.json()).containsEntry("count", 3).containsEntry("next", null);
        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .extracting(each -> each.get("name"))
                .containsExactlyInAnyOrder("Lena Vogt", "Ola Nordmann", "Kim Sun");
        var page = page("/channels/people?channel=x&figure=people&from=2025-05-01&to=2025-05-04&limit=2");
        assertThat(page.select("a[rel=next]").attr("href")).contains("figure=people", "from=2025-05-01", "cursor=");
    }

    @Test
    void answerTimesLeadToTheQuestionsLongestFirst() {
        var service = page("/service");
        var median = service.select("section[aria-labelledby=answers] .big a").attr("href");
        assertThat(service.select(".figures a[href*=-amount]").eachAttr("href"))
                .hasSize(2)
                .containsOnly(median);
        assertThat(server.get("/v1" + median).json()).containsEntry("figure", "answered");
        var people = page(median.substring(PAGES.length()));
        assertThat(people.select("h1").text()).startsWith("Answered");
        assertThat(people.select(".chips [aria-current=true]").text()).isEqualTo("Longest first");
        var newest = people.select(".chips a:not([aria-current])").attr("href");
        assertThat(page(newest.substring(PAGES.length()))
                        .select(".chips [aria-current=true]")
                        .text())
                .isEqualTo("Newest first");
    }

    @ParameterizedTest
    @CsvSource({
        "figure=answered&sort=luck, sort",
        "figure=questions&sort=-amount, sort",
        "channel=x&figure=luck, figure",
        "channel=x, figure",
        "figure=people, channel",
        "'chain=x,shop&channel=x', chain",
    })
    void unusableFigureOfAChannelIsNamed(String query, String parameter) {
        var answer = server.get(V1 + "/channels/people?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsEntry("parameter", parameter);
    }

    @Test
    @SuppressWarnings("unchecked")
    void paidPostsAreListedApartOnTheDayAndChannelAsked() {
        assertThat((List<Map<String, Object>>)
                        server.get(V1 + "/content").json().get("paid"))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsOnlyKeys("channel", "post", "text", "url", "postedAt")
                        .containsEntry("channel", "x")
                        .containsEntry("post", "ad")
                        .containsEntry("text", "Spring <i>menu</i>"));
        assertThat(server.get(V1 + "/content?channel=x").json().get("paid"))
                .asInstanceOf(LIST)
                .hasSize(1);
        assertThat(server.get(V1 + "/content?channel=mastodon").json()).containsEntry("paid", List.of());
        var page = page("/content").select("section[aria-labelledby=boosted]");
        assertThat(page.select("h2").text()).isEqualTo("Boosted posts and advertisements");
        assertThat(page.select("li").text()).contains("on x", "Spring <i>menu</i>");
        var norwegian = Jsoup.parse(server.norwegianPage(PAGES + "/content").body());
        assertThat(norwegian.select("section[aria-labelledby=boosted]").text()).contains("Betalte innlegg og annonser");
    }

    @Test
    void contentListsPostsByResonanceAndMeansByTopic() {
        var content = server.get(V1 + "/content");
        assertThat(content.json())
                .containsOnlyKeys(
                        "asOf", "modelVersion", "channel", "items", "next", "topics", "product", "other", "paid");
        assertThat(posts(content)).containsExactly("bee", "a", "deed", "cc");
        assertThat(content.items().get(0))
                .containsEntry("resonance", 2.5)
                .containsEntry("channel", "x")
                .containsEntry("text", "We roast <b>on Sunday</b>, too")
                .containsEntry("url", "https://x.example/bee");
        assertThat(content.items().get(1)).containsEntry("text", null);
        assertThat(page("/content").select("blockquote").eachText()).containsExactly("We roast <b>on Sunday</b>, too");
        assertThat(content.json().get("topics"))
                .isEqualTo(List.of(
                        Map.of("what", "roasting", "posts", 2, "n", 2, "meanResonance", 2.0),
                        Map.of("what", "sale", "posts", 1, "n", 1, "meanResonance", 0.5)));
        assertThat(content.json())
                .containsEntry("product", Map.of("what", "product", "posts", 1, "n", 1, "meanResonance", 0.5))
                .containsEntry("other", Map.of("what", "other", "posts", 3, "n", 2, "meanResonance", 2.0));
        assertThat(posts(server.get(V1 + "/content?channel=mastodon"))).containsExactly("deed", "cc");
        assertThat(posts(server.get(V1 + "/content?channel=none"))).isEmpty();
        for (var path : List.of("/content?asOf=2025-05-02", "/accounts?asOf=2025-05-02")) {
            var earlier = server.get(V1 + path);
            assertThat(earlier.status()).isEqualTo(404);
            assertThat(earlier.body()).contains("not-on-earlier-days", "leave asOf out");
        }
        assertThat(page("/content?asOf=2025-05-02").text()).contains("available for the current day only");
        var first = server.get(V1 + "/content?limit=3");
        assertThat(posts(first)).containsExactly("bee", "a", "deed");
        assertThat(posts(server.get(
                        V1 + "/content?limit=3&cursor=" + first.json().get("next"))))
                .containsExactly("cc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/spread?window=31 | 400 | 7, 30 or 90",
                "/service?window=x | 400 | 7, 30 or 90",
                "/value?window=0 | 400 | 7, 30 or 90",
                "/value?asOf=2025-01-01 | 404 | begin on",
                "/spread?asOf=tomorrow | 400 | yyyy-MM-dd",
                "/content?channel=A%20B | 400 | channel is",
                "/content?cursor=x | 400 | next",
                "/service?cursor=x | 400 | next",
                "/service?limit=501 | 400 | 500",
                "/staff?to=2025-05-05 | 400 | 2025-05-04",
                "/staff?from=2025-05-05 | 400 | on or before",
                "/staff?from=2025-01-01 | 400 | 92",
                "/staff?from=x | 400 | yyyy-MM-dd",
                "/outbound?from=2025-01-01 | 400 | 92",
                "/outbound?cursor=x | 400 | next",
                "/content/engagements?post=bee | 400 | one word",
                "/content/engagements?channel=x | 400 | list of posts",
                "/engagements/x/sentiment | 400 | engagement",
                "/engagements/00000000-0000-0000-0000-000000000000/sentiment | 404 | nothing here",
            })
    void invalidRequestsNameTheReason(String path, int status, String detail) {
        var answer = server.get(V1 + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(String.valueOf(answer.json().get("detail"))).contains(detail);
    }

    @Test
    @SuppressWarnings("unchecked")
    void timelineHasTheSentimentOfEachText() {
        var timeline =
                server.get(V1 + "/people/" + person("lena") + "/timeline").items();
        var sentiments = new HashMap<Object, Map<String, Object>>();
        timeline.forEach(each -> sentiments.put(each.get("text"), (Map<String, Object>) each.get("sentiment")));
        assertThat(sentiments.get("Text of lena-answer")).isNull();
        assertThat(sentiments.get("Text of lena-asks"))
                .containsEntry("polarity", -0.6)
                .containsEntry("confidence", 0.8)
                .containsEntry("decidedBy", List.of("lexicon:lovely", "negation"))
                .containsEntry("analyser", "lexicon-2")
                .containsEntry("correctedBy", null)
                .containsEntry("version", 0);
    }

    @Test
    void correctionTakesPrecedenceAndIsPublished() {
        var said = FiguresSampleData.engagementId("ola-decides");
        var path = V1 + "/engagements/" + said + "/sentiment";
        assertThat(server.put(path, "east-reader", "{\"polarity\": 1}").status())
                .isEqualTo(403);
        assertThat(server.put(path, "nobody", "{\"polarity\": 1}").status()).isEqualTo(401);
        var first = server.put(path, "east-admin", "{\"polarity\": -1, \"reason\": \" Irony \"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json()).containsEntry("published", true);
        assertThat(server.put(path, "east-admin", "{\"polarity\": 0.5, \"reason\": \"\", \"version\": 1}")
                        .status())
                .isEqualTo(200);
        assertThat(server.put(path, "east-admin", "{\"polarity\": 0, \"version\": 1}")
                        .status())
                .isEqualTo(409);
        assertThat(server.get(path, "east-reader", "application/json").json())
                .containsEntry("polarity", 0.5)
                .containsEntry("confidence", 1.0)
                .containsEntry("decidedBy", List.of("HUMAN"))
                .containsEntry("correctedBy", "east-admin")
                .containsEntry("version", 2);
        assertThat(published(said))
                .extracting(SentimentCorrected::version, SentimentCorrected::polarity, SentimentCorrected::reason)
                .containsExactly(tuple(1L, -1.0, "Irony"), tuple(2L, 0.5, ""));

        server.publish(judged(
                engagement(new HandleKey(CAFE, "x", "ola"), "ola-decides", Instant.EPOCH, EngagementKind.COMMENT),
                -0.9,
                Instant.parse("2030-01-01T00:00:00Z")));
        server.awaitProjections();
        assertThat(server.get(path).json()).containsEntry("polarity", 0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lena-asks | {\"polarity\": 1.01} | 400 | from -1 (bad) to 1 (good)",
                "lena-asks | {\"polarity\": -2} | 400 | from -1 (bad) to 1 (good)",
                "lena-asks | {\"polarity\": \"NaN\"} | 400 | ",
                "lena-asks | {\"reason\": \"x\"} | 400 | from -1 (bad) to 1 (good)",
                "lena-asks | {\"polarity\": \"good\"} | 400 | polarity",
                "lena-asks | nonsense | 400 | JSON",
                "lena-answer | {\"polarity\": 1} | 400 | inbound engagements",
                "nobody-said | {\"polarity\": 1} | 404 | nothing here",
            })
    void rejectedCorrectionsNameTheReason(String engagement, String body, int status, String detail) {
        var answer = server.put(
                V1 + "/engagements/" + FiguresSampleData.engagementId(engagement) + "/sentiment",
                ReportServer.ADMIN,
                body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(String.valueOf(answer.json().get("detail"))).contains(detail == null ? "" : detail);
        assertThat(server.put(
                                V1 + "/engagements/" + FiguresSampleData.engagementId(engagement) + "/sentiment",
                                ReportServer.ADMIN,
                                "{\"polarity\": 0, \"reason\": \"" + "x".repeat(501) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void concurrentCorrectionsOfTheSameVersionConflict() throws Exception {
        var said = FiguresSampleData.engagementId("kim-crowd");
        var path = V1 + "/engagements/" + said + "/sentiment";
        var threads = Executors.newFixedThreadPool(8);
        try {
            var attempts = IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(i -> () -> server.put(
                                    path, ReportServer.ADMIN, "{\"polarity\": " + i / 24.0 + ", \"version\": 0}")
                            .status())
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var attempt : threads.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(published(said)).hasSize(1);
    }

    @Test
    void pendingCorrectionIsPublishedAfterACrash() {
        var said = engagement(new HandleKey(CAFE, "x", "kim"), "kim-crash", Instant.EPOCH, EngagementKind.COMMENT);
        server.store().corrections().saveNextVersion(CAFE, ReportTestEvents.corrected(said, 0.25, 1));
        await().until(() -> server.store().outbox().findPending().isEmpty());
        assertThat(published(said.id())).containsOnly(ReportTestEvents.corrected(said, 0.25, 1));
    }

    @Test
    void correctionsAndTheirVersionsSurviveTheLossOfTheStore() {
        var path = V1 + "/engagements/" + FiguresSampleData.engagementId("kim-lost") + "/sentiment";
        assertThat(server.put(path, ReportServer.ADMIN, "{\"polarity\": -0.5}").status())
                .isEqualTo(200);
        try (var second = new ReportServer()) {
            assertThat(second.awaitReadiness()
                            .put(path, ReportServer.ADMIN, "{\"polarity\": 0.75}")
                            .status())
                    .isEqualTo(200);
            assertThat(second.get(path).json()).containsEntry("polarity", 0.75).containsEntry("version", 2);
        }
    }

    @Test
    void pagesShowTheFigures() {
        var spread = page("/spread");
        assertThat(spread.select(".big").eachText()).containsExactly("R 1.40", "Not measurable");
        assertThat(spread.select("svg").attr("aria-label"))
                .isEqualTo("R is 1.40; with 90 % certainty it lies between 1.05 and 1.86");
        assertThat(spread.select(".columns .card").text())
                .contains("Each brings about more than one more", "only 3 messages are.", "15 min", "1 h 30 min");
        assertThat(spread.select(".alert").text()).contains(FiguresSampleData.ALERT);
        var service = page("/service");
        assertThat(service.select(".person h3").eachText()).containsExactly("Lena Vogt", "Ola Nordmann", "Kim Sun");
        assertThat(service.select(".person").first().text())
                .contains("3 days", "since 1 May 2025, 08:00 UTC", "Client", "lena on x");
        assertThat(service.select(".headline").text()).contains("21 min", "4 h 16 min", "75 %", "target is 1 h");
        assertThat(page("/service?limit=2").select("a[rel=next]").attr("href")).contains("cursor=");
        var value = page("/value");
        assertThat(value.select(".streams .big").eachText()).contains("1,849.50 EUR", "99.00 USD", "14.5 h");
        assertThat(value.text()).contains("there is no sum", "Reply from us × 21 902.50 EUR");
        assertThat(value.select("#direct-sales-eur ol").text()).isEqualTo("@bea on x 149.50 EUR × 2");
        assertThat(value.select("#direct-sales-eur ol a").attr("href"))
                .isEqualTo(PAGES + "/people/" + person("bea") + "?direction=INBOUND&kind=PURCHASE#timeline");
        assertThat(value.select("#hours-invested-hours ol").text()).isEqualTo("@bea on x 1.5 h × 1");
        assertThat(value.select("#direct-sales-usd ol")).isEmpty();
        assertThat(value.select("#assisted-sales-eur p a").eachAttr("href"))
                .containsOnly(PAGES + "/value/sales?stream=assisted&from=2025-04-05&to=2025-05-04");
        var content = page("/content");
        assertThat(content.select(".person .channels").eachText())
                .containsExactly("Post bee", "Post a", "Post deed", "Post cc");
        assertThat(content.select(".person h3").first().text()).isEqualTo("1 May 2025, 08:00 UTC on x");
        assertThat(content.select(".person .value").eachText())
                .containsExactly("Resonance 2.50 ×", "Resonance 1.50 ×", "Resonance 0.50 ×", "Resonance –");
        var brand = page("");
        assertThat(brand.text()).contains("50 % come from people who come back by themselves, get something back");
        assertThat(brand.select("section[aria-labelledby=owed] li").first().text())
                .contains("Lena Vogt", "Waits 3 days, since 1 May 2025.");
        for (var each : List.of(spread, service, value, content, brand)) {
            assertThat(each.select("script, style, [style], [onclick]")).isEmpty();
            assertThat(each.select(".tabs [aria-current]")).hasSize(1);
        }
    }

    @Test
    void norwegianPagesHaveNoEnglishTexts() {
        var english = Pattern.compile("\\b(?:the|of|and|they|who|nobody|from|people|days|not|yet)\\b");
        for (var path : List.of(
                "",
                "/people",
                "/spread",
                "/service",
                "/value",
                "/content",
                "/channels",
                "/goals",
                "/staff",
                "/ror/people",
                "/suggestions",
                "/value/sales?stream=assisted",
                "/outbound")) {
            var page = Jsoup.parse(server.norwegianPage(PAGES + path).body());
            assertThat(page.select("html").attr("lang")).isEqualTo("nb");
            page.select("blockquote, bdi, code").remove();
            assertThat(english.matcher(page.text().toLowerCase(Locale.ROOT)).results())
                    .as(path + ": " + page.text())
                    .isEmpty();
        }
        var spread = Jsoup.parse(server.norwegianPage(PAGES + "/spread").body());
        assertThat(spread.select(".columns .card").text())
                .contains("Hver fører til mer enn én ny", "bare 3 meldinger er det.", "1 t 30 min");
        var value = Jsoup.parse(server.norwegianPage(PAGES + "/value").body());
        assertThat(value.select(".streams .big").eachText()).contains("1 849,50 EUR", "14,5 t");
        var service = Jsoup.parse(server.norwegianPage(PAGES + "/service").body());
        assertThat(service.select(".person").first().text())
                .contains("3 dager", "siden 1. mai 2025 kl. 08.00 UTC", "Kunde");
    }

    @Test
    void formOnTheTimelineCorrectsASentiment() {
        var lena = PAGES + "/people/" + person("lena");
        var said = FiguresSampleData.engagementId("lena-thanks");
        var fields = "engagement=" + said + "&polarity=-0.5&reason=%3Cb%3EIrony&version=0&kind=COMMENT";
        assertThat(server.get(lena, "east-reader", "text/html").body()).doesNotContain("/sentiment");
        assertThat(server.get(lena, "east-admin", "text/html").body()).contains(lena + "/sentiment");
        assertThat(server.form(lena + "/sentiment", "east-admin", "cross-site", fields)
                        .status())
                .isEqualTo(401);
        assertThat(server.form(lena + "/sentiment", "east-reader", "same-origin", fields)
                        .status())
                .isEqualTo(403);
        var corrected = server.form(lena + "/sentiment", "east-admin", "same-origin", fields);
        assertThat(corrected.status()).isEqualTo(303);
        assertThat(corrected.headers().get("location")).containsExactly(lena + "?kind=COMMENT#e-" + said);
        var again = server.form(lena + "/sentiment", "east-admin", "same-origin", fields);
        assertThat(again.status()).isEqualTo(409);
        assertThat(Jsoup.parse(again.body()).text()).contains("Read the current sentiment");
        var page = Jsoup.parse(server.page(lena).body());
        assertThat(page.select("#e-" + said + " .meant").text())
                .contains("Bad −0.50", "corrected by east-admin: “<b>Irony”");
        assertThat(page.select("#e-" + FiguresSampleData.engagementId("lena-asks"))
                        .text())
                .contains("Bad −0.60 80 % sure; decided by lexicon:lovely, negation");
        assertThat(page.select("#e-" + FiguresSampleData.engagementId("lena-answer") + " .meant"))
                .isEmpty();
    }

    private static Document page(String path) {
        var answer = server.page(PAGES + path);
        assertThat(answer.status()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void newDayBeginsWhenFiguresAndSpreadHaveIt() {
        var brand = new BrandKey("east", "turning");
        var turning = "/v1/agencies/east/brands/turning";
        server.register(brand, "Turning")
                .publish(brandDay(brand, DAY, 1, 40))
                .publish(spread(brand, DAY, 1, null))
                .publish(brandDay(brand, DAY.plusDays(1), 2, 60))
                .awaitProjections();
        for (var path : List.of("/ror", "/spread", "/people", "/service")) {
            assertThat(server.get(turning + path).json()).containsEntry("asOf", DAY.toString());
        }
        assertThat(server.get(turning + "/ror").json()).containsEntry("returned", 40.0);
        assertThat(server.get(turning + "/ror?asOf=" + DAY.plusDays(1)).status())
                .isEqualTo(400);

        server.publish(spread(brand, DAY.plusDays(1), 2, "word")).awaitProjections();
        assertThat(server.get(turning + "/ror").json())
                .containsEntry("asOf", DAY.plusDays(1).toString())
                .containsEntry("returned", 60.0);
        assertThat(server.get(turning + "/spread").json())
                .containsEntry("asOf", DAY.plusDays(1).toString())
                .containsEntry("alert", "word");
    }

    @Test
    void brandWithoutEngagementsHasEmptyFigures() {
        server.register(FiguresSampleData.SILENT, "Silent");
        var silent = "/v1/agencies/east/brands/silent";
        assertThat(server.get(silent + "/spread").json())
                .containsEntry("asOf", null)
                .containsEntry("mean", null);
        assertThat(server.get(silent + "/service").json()).containsEntry("measured", false);
        assertThat(server.get(silent + "/value").json()).containsEntry("streams", List.of());
        assertThat(server.get(silent + "/content").json()).containsEntry("items", List.of());
        for (var each : List.of("/spread", "/service", "/value", "/content")) {
            assertThat(server.page("/agencies/east/brands/silent" + each).body())
                    .contains("Nothing is known of this brand yet");
        }
    }

    private static List<Object> posts(HttpAnswer answer) {
        return answer.items().stream().map(each -> each.get("post")).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> owedByPages(String query) {
        var seen = new ArrayList<Object>();
        String next = "";
        while (next != null) {
            var owed = (Map<String, Object>)
                    server.get(V1 + "/service?limit=1" + query + next).json().get("owed");
            ((List<Map<String, Object>>) owed.get("items")).forEach(each -> seen.add(each.get("name")));
            next = owed.get("next") == null ? null : "&cursor=" + owed.get("next");
        }
        return seen;
    }

    /** The corrections on the topic in order, without redeliveries. */
    private static List<SentimentCorrected> published(UUID engagement) {
        var settings = new HashMap<>(TestBroker.client());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var topic = Topic.SENTIMENT_CORRECTED.name();
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<SentimentCorrected>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> {
                    var correction = Json.mapper().readValue(each.value(), SentimentCorrected.class);
                    if (correction.engagement().equals(engagement)) {
                        assertThat(each.key()).startsWith(CAFE.key() + "|x|");
                        found.add(correction);
                    }
                });
            }
            return found.stream().distinct().toList();
        }
    }
}
