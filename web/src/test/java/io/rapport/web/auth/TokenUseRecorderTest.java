package io.rapport.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class TokenUseRecorderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Clock clock = Mockito.mock(Clock.class);
    private final TokenUseRecorder uses = new TokenUseRecorder(new EventPublisher(producer), "report", clock);

    @Test
    void aUseIsPublishedOnceAnHour() {
        for (var minutes = 0; minutes <= 120; minutes++) {
            use(token(1, null), NOW.plus(Duration.ofMinutes(minutes)));
        }
        use(token(2, null), NOW);

        assertThat(producer.history())
                .extracting(record -> record.topic() + " " + record.key())
                .containsExactly(
                        Topic.TOKEN_USED.name() + " " + token(1, null).key(),
                        Topic.TOKEN_USED.name() + " " + token(1, null).key(),
                        Topic.TOKEN_USED.name() + " " + token(1, null).key(),
                        Topic.TOKEN_USED.name() + " " + token(2, null).key());
        assertThat(new String(producer.history().get(1).value(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"usedAt\":\"2026-03-01T13:00:00Z\"")
                .doesNotContain("hash");
    }

    @Test
    void anExpiredTokenIsNotUsed() {
        use(token(1, NOW), NOW);

        assertThat(producer.history()).isEmpty();
    }

    private void use(TokenIssued token, Instant at) {
        Mockito.when(clock.instant()).thenReturn(at);
        uses.record(token);
    }

    private static TokenIssued token(int id, @Nullable Instant expiresAt) {
        return new TokenIssued(
                "acme", new UUID(1, id), "n", "hash" + id, Set.of(), Set.of(Scope.READ), Instant.EPOCH, expiresAt);
    }
}
