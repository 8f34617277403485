package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfiguredBuilder;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.source.ChallengeResponse;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.blog.FeedSource;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.web.request.FormParameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads a feed from a server on the loopback address, which cuts the connection, and subscribes it at the hub that the feed names, which
 * loses and repeats deliveries.
 */
class FeedTurnTest {

    private static final String HOOK = "https://rapport.example/v1/agencies/nord/hooks/shop";
    private static final SourceSecrets SECRETS = new SourceSecrets(Map.of("secret", List.of("hush")));

    private final TurnFixture fixture = new TurnFixture();
    private final DocumentPeer peer = new DocumentPeer();
    private Instant now = NOW;

    @BeforeEach
    void connect() {
        fixture.connect(ConnectionConfiguredBuilder.builder(
                        ConnectionFixture.connection(new ConnectionAccount("acme.example", "acme")))
                .settings("{\"feeds\": [\"%s\"], \"callback\": \"%s\"}".formatted(feedAddress(), HOOK))
                .secrets(ConnectionFixture.encrypted("secret", "hush"))
                .build());
        peer.link = "<%s>; rel=\"hub\", <%s>; rel=self".formatted(peer.address("/hub"), peer.address("/canonical"));
    }

    @AfterEach
    void stop() {
        peer.close();
        fixture.close();
    }

    @Test
    void whatTheHubLosesIsFetchedAndNothingCountsTwice() {
        for (var n = 1; n <= 12; n++) {
            peer.documents.put("/feed", feed(1, n));
            peer.cutAfter = n % 4 == 2 ? 150 : -1;
            if (peer.cutAfter >= 0) {
                assertThatThrownBy(this::turn).isInstanceOf(FetchFailedException.class);
            } else if (n % 4 != 3) {
                turn();
            }
            if (n % 3 == 0) {
                // The hub delivers every third entry twice; the others are lost.
                deliver(feed(n, n));
                deliver(feed(n, n));
            }
        }

        turn();
        assertThat(fixture.counted().values())
                .extracting(EngagementReceived::kind)
                .hasSize(12)
                .containsOnly(EngagementKind.CITATION);
        var published = fixture.sink.accepted.size();
        turn();
        assertThat(fixture.sink.accepted).hasSize(published);
        assertThat(peer.answers.get(peer.answers.size() - 1)).isEqualTo("/feed 304");
    }

    @Test
    void aSubscriptionIsConfirmedAndRenewedBeforeItsLeaseEnds() {
        peer.documents.put("/feed", feed(1, 1));
        turn();

        assertThat(peer.forms).hasSize(1);
        assertThat(form())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", peer.address("/canonical"))
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(form().get("hub.callback")).startsWith(HOOK + "?feed=http%3A%2F%2F127.0.0.1");
        assertThat(challenge(Map.of())).map(ChallengeResponse::body).contains("c0de");
        now = now.plus(Duration.ofDays(4));
        turn();
        assertThat(peer.forms).hasSize(1);
        now = now.plus(Duration.ofDays(1));
        turn();
        assertThat(peer.forms).hasSize(2);
        assertThat(peer.forms.get(0)).isEqualTo(peer.forms.get(1));
    }

    @Test
    void aHubThatFailsIsAskedAgainAndTheFeedIsFetchedMeanwhile() {
        peer.link = "";
        peer.documents.put(
                "/feed",
                feed(1, 1)
                        .replace(
                                "<feed>",
                                "<feed><link rel='hub' href='http://127.0.0.1:1/'/><link rel='self' href='/self'/>"));
        turn();
        assertThat(fixture.counted()).hasSize(1);
        assertThat(peer.forms).isEmpty();

        peer.documents.put("/feed", feed(1, 2).replace("<feed>", "<feed><link rel='hub' href='/hub'/>"));
        turn();
        assertThat(fixture.counted()).hasSize(2);
        assertThat(peer.forms).hasSize(1);
        assertThat(form()).containsEntry("hub.topic", feedAddress());
    }

    @Test
    void aFeedThatNamesNoHubAnyMoreIsNotSubscribedAgain() {
        peer.documents.put("/feed", feed(1, 1));
        turn();
        peer.link = "";
        peer.documents.put("/feed", feed(1, 2));
        now = now.plus(Duration.ofDays(6));
        turn();

        assertThat(peer.forms).hasSize(1);
    }

    @Test
    void theHubDoesNotGetTheSecretOfTheConnection() {
        peer.documents.put("/feed", feed(1, 1));
        turn();

        assertThat(peer.forms.get(0)).doesNotContain("hush");
        assertThat(form().get("hub.secret")).hasSize(64);
        var body = feed(1, 1).getBytes(StandardCharsets.UTF_8);
        assertThat(isAccepted(delivery(body, form().get("hub.secret"), query())))
                .isTrue();
        assertThat(isAccepted(delivery(body, "another", query()))).isFalse();
        // The secret of one subscription does not sign for another, nor for a relay.
        assertThat(isAccepted(delivery(body, form().get("hub.secret"), Map.of("subscription", "0".repeat(64)))))
                .isFalse();
        assertThat(isAccepted(delivery(body, form().get("hub.secret"), Map.of())))
                .isFalse();
    }

    @Test
    void onlySubscriptionsOfTheConnectionAreConfirmed() {
        peer.documents.put("/feed", feed(1, 1));
        turn();

        assertThat(challenge(Map.of("hub.topic", "https://evil.example/feed"))).isEmpty();
        assertThat(challenge(Map.of("feed", "https://removed.example/feed"))).isEmpty();
        assertThat(challenge(Map.of("subscription", "0".repeat(64)))).isEmpty();
        assertThat(challenge(Map.of("hub.mode", "unsubscribe"))).isEmpty();
        assertThat(challenge(Map.of("hub.mode", "denied"))).isEmpty();
    }

    private SourceDefinition source() {
        return FeedSource.definition(Clock.fixed(now, ZoneOffset.UTC));
    }

    private void turn() {
        fixture.turn(source());
    }

    private String feedAddress() {
        return peer.address("/feed");
    }

    /** What the hub was asked for first. */
    private Map<String, String> form() {
        return parameters(peer.forms.get(0));
    }

    /** The query of the callback, which a hub keeps. */
    private Map<String, String> query() {
        return parameters(URI.create(form().get("hub.callback")).getRawQuery());
    }

    private static Map<String, String> parameters(String encoded) {
        return FormParameters.parse(encoded).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().get(0)));
    }

    private Optional<ChallengeResponse> challenge(Map<String, String> other) {
        var query = new HashMap<>(query());
        query.putAll(Map.of("hub.mode", "subscribe", "hub.topic", form().get("hub.topic"), "hub.challenge", "c0de"));
        query.putAll(other);
        var settings = new SourceSettings(Set.of("acme.example"), Map.of("feeds", List.of(feedAddress())));
        return source().verifier().challenge(new SourcePayload(new byte[0], Map.of(), query, ""), settings, SECRETS);
    }

    private void deliver(String body) {
        var payload = delivery(body.getBytes(StandardCharsets.UTF_8), form().get("hub.secret"), query());
        assertThat(isAccepted(payload)).isTrue();
        fixture.deliver(source(), payload);
    }

    private boolean isAccepted(SourcePayload payload) {
        return source().verifier().verify(payload, SECRETS, now).accepted();
    }

    private static SourcePayload delivery(byte[] body, String secret, Map<String, String> query) {
        return new SourcePayload(
                body,
                Map.of("x-hub-signature", List.of(HmacSignature.SHA256_HEX.sign(secret, body))),
                query,
                "application/atom+xml");
    }

    private static String feed(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n ->
                        "<entry><id>e%d</id><title>Post %d</title><link href='https://news.example/%d'/><content type='html'>&lt;a href='https://acme.example/x'&gt;x&lt;/a&gt;</content><updated>2026-02-%02dT09:00:00Z</updated></entry>"
                                .formatted(n, n, n, n))
                .collect(Collectors.joining("", "<feed>", "</feed>"));
    }
}
