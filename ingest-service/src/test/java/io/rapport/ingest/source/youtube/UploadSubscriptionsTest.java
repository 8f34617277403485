package io.rapport.ingest.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.pull.http.GuardedHttpFetcher;
import io.rapport.web.outbound.AddressGuard;
import io.rapport.web.request.FormParameters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscribes at a hub on the loopback address, which loses notifications, and reads a feed whose connection is cut. */
class UploadSubscriptionsTest {

    private static final String CALLBACK = "https://rapport.example/v1/agencies/nord/hooks/tube";

    private final SourceSecrets secrets = new SourceSecrets(Map.of(YouTubeVerifier.SECRET, List.of("s3")));
    private final GuardedHttpFetcher http = new GuardedHttpFetcher(
            new AddressGuard(InetAddress::getAllByName, true), Duration.ofSeconds(60), 1 << 20, Clock.systemUTC());
    private final List<Map<String, List<String>>> subscriptions = new ArrayList<>();
    private final List<String> uploads = new ArrayList<>();
    private final List<ChallengeResponse> challenges = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private int hubStatus = 202;
    private boolean cut;
    private HttpServer peer;

    @BeforeEach
    void start() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/hub", this::subscribe);
        peer.createContext("/feed", this::answerFeed);
        peer.start();
    }

    @AfterEach
    void stop() {
        peer.stop(0);
        http.close();
    }

    @Test
    void lostNotificationsAreMadeUpByTheFeedAndNothingIsCountedTwice() {
        var seen = new TreeSet<String>();
        String cursor = null;
        for (var n = 1; n <= 12; n++) {
            uploads.add(entry(n));
            if (n % 3 == 0) {
                // The hub delivers every third notification; the others are lost.
                seen.addAll(items(SourcePayload.of(feed(uploads.subList(n - 1, n)), "application/atom+xml")));
            }
            cut = n % 4 == 1;
            var before = cursor;
            if (cut) {
                assertThatThrownBy(() -> fetch(before, CALLBACK)).isInstanceOf(FetchFailedException.class);
                cut = false;
            }
            if (n % 4 != 2) {
                var page = fetch(before, CALLBACK);
                page.payloads().forEach(payload -> seen.addAll(items(payload)));
                cursor = page.cursor();
            }
        }

        // An item contains the id and the revision: the same upload is always the same item.
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> "video:v" + n + " " + time(n).toEpochMilli())
                        .toList());
        assertThat(fetch(cursor, CALLBACK).payloads()).isEmpty();
    }

    @Test
    void aSubscriptionIsConfirmedAndRenewedBeforeItsLeaseEnds() {
        var cursor = fetch(null, CALLBACK).cursor();

        assertThat(subscriptions).singleElement().satisfies(form -> {
            assertThat(form)
                    .containsEntry("hub.mode", List.of("subscribe"))
                    .containsEntry("hub.callback", List.of(CALLBACK))
                    .containsEntry("hub.secret", List.of("s3"))
                    .containsEntry("hub.lease_seconds", List.of("864000"));
            assertThat(form.get("hub.topic").get(0)).endsWith("/feed?channel_id=UCacme");
        });
        assertThat(challenges).singleElement().matches(answer -> answer.body().equals("c-1"));
        now = now.plus(Duration.ofDays(4));
        cursor = fetch(cursor, CALLBACK).cursor();
        assertThat(subscriptions).hasSize(1);
        now = now.plus(Duration.ofDays(1));
        cursor = fetch(cursor, CALLBACK).cursor();
        assertThat(subscriptions).hasSize(2);
        fetch(cursor, CALLBACK + "2");
        assertThat(subscriptions).hasSize(3);
    }

    @Test
    void aHubThatFailsIsAskedAgainAndUploadsAreFetchedMeanwhile() {
        hubStatus = 500;
        uploads.add(entry(1));
        var page = fetch(null, CALLBACK);

        assertThat(page.payloads()).hasSize(1);
        fetch(page.cursor(), CALLBACK);
        assertThat(subscriptions).hasSize(1);
        now = now.plus(Duration.ofHours(1));
        hubStatus = 202;
        fetch(page.cursor(), CALLBACK);
        assertThat(subscriptions).hasSize(2);
    }

    @Test
    void whatIsNoFeedIsAFailure() {
        uploads.add("<b>");

        assertThatThrownBy(() -> fetch(null, CALLBACK)).hasMessageContaining("feed of uploads");
    }

    private FetchedPage fetch(@Nullable String cursor, String callback) {
        var base = "http://127.0.0.1:" + peer.getAddress().getPort();
        var uploadsOf =
                new UploadSubscriptions(base + "/hub", base + "/feed?channel_id=", Clock.fixed(now, ZoneOffset.UTC));
        return new YouTubeFetcher(uploadsOf)
                .fetch(cursor, new SourceSettings(Set.of("UCacme"), Map.of("callback", callback)), secrets, http);
    }

    private static List<String> items(SourcePayload payload) {
        return new YouTubeSource()
                .map(payload, new SourceSettings(Set.of("UCacme"), Map.of()))
                .mapped()
                .map(item -> item.engagement().get("sourceId") + " " + item.revision())
                .toList();
    }

    private void subscribe(HttpExchange exchange) throws IOException {
        var form = FormParameters.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        subscriptions.add(form);
        exchange.sendResponseHeaders(hubStatus, -1);
        exchange.close();
        var query = Map.of(
                "hub.mode",
                "subscribe",
                "hub.topic",
                form.get("hub.topic").get(0),
                "hub.challenge",
                "c-" + subscriptions.size());
        new YouTubeVerifier()
                .challenge(
                        new SourcePayload(new byte[0], Map.of(), query, ""),
                        new SourceSettings(Set.of("UCacme"), Map.of()),
                        secrets)
                .ifPresent(challenges::add);
    }

    private void answerFeed(HttpExchange exchange) throws IOException {
        var xml = feed(uploads);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, xml.length);
        exchange.getResponseBody().write(xml, 0, cut ? xml.length / 2 : xml.length);
        if (cut) {
            exchange.getResponseBody().flush();
            throw new IOException("Cut");
        }
        exchange.close();
    }

    private static Instant time(int n) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * n);
    }

    private static String entry(int n) {
        return "<entry><yt:videoId>v%d</yt:videoId><yt:channelId>UCacme</yt:channelId><title>Upload</title><published>%s</published><updated>%s</updated></entry>"
                .formatted(n, time(n), time(n));
    }

    private static byte[] feed(List<String> entries) {
        return ("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:yt='http://www.youtube.com/xml/schemas/2015'>"
                        + String.join("", entries) + "</feed>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
