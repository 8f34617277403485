package io.rapport.ingest.pull;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.ConnectionLeaseRepository;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import io.rapport.ingest.domain.connection.FixedSource;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PullTurnTest {

    private static final Duration LEASE = Duration.ofSeconds(45);

    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();
    private final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);
    private final List<String> cursors = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final Leases leases = new Leases();
    private CompletableFuture<?> acknowledgement = CompletableFuture.completedFuture(null);
    private final FixedSource source =
            new FixedSource("test", text -> SourceMapping.unusable("It is kept whole.", "/" + text));

    private static final class Leases implements ConnectionLeaseRepository {

        private int left = Integer.MAX_VALUE;

        @Override
        public boolean tryAcquire(ConnectionKey connection, String owner, Instant now, Instant until) {
            assertThat(until).isEqualTo(now.plus(LEASE));
            return left-- > 0;
        }

        @Override
        public void release(ConnectionKey connection, String owner) {}
    }

    @BeforeEach
    void connect() {
        directory.connections.put(KEY, ConnectionFixture.connection());
    }

    @Test
    void fetchesPagesFromCursorToCursor() {
        var result = turn(cursor -> page(cursor == null ? "1" : "2", cursor == null));

        assertThat(result).isEqualTo(new PullTurn.TurnResult(true, null));
        assertThat(cursors).containsExactly(null, "1");
        assertThat(published).hasSize(2);
        assertThat(decisions.topic.get(KEY.key()).cursor()).isEqualTo("2");
    }

    @Test
    void theCursorIsNotSavedBeforeAcknowledgement() {
        acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("away"));

        assertThatThrownBy(() -> turn(cursor -> page("1", false))).isInstanceOf(DeliveryFailedException.class);
        assertThat(progress.find(KEY)).isEmpty();

        acknowledgement = CompletableFuture.completedFuture(null);
        turn(cursor -> page("1", false));
        assertThat(cursors).containsExactly(null, null);
    }

    @Test
    void withoutTheLeaseNothingIsFetchedAndNoCursorIsSaved() {
        leases.left = 0;
        assertThat(turn(cursor -> page("1", false)).led()).isFalse();
        assertThat(cursors).isEmpty();

        leases.left = 1;
        assertThat(turn(cursor -> page("1", false)).led()).isFalse();
        assertThat(published).hasSize(1);
        assertThat(progress.find(KEY)).isEmpty();
    }

    @Test
    void aLongHistoryIsFetchedInTurns() {
        var result = turn(cursor -> page(cursor + "x", true));

        assertThat(result.pause()).isEqualTo(Duration.ZERO);
        assertThat(cursors).hasSize(20);
    }

    private interface Pages {
        FetchedPage after(@Nullable String cursor);
    }

    private PullTurn.TurnResult turn(Pages pages) {
        SourceFetcher fetcher = (cursor, settings, secrets, http) -> {
            cursors.add(cursor);
            return pages.after(cursor);
        };
        var rejections = new DeliveryRejectionSink() {
            @Override
            public CompletableFuture<?> publish(DeliveryRejected rejected) {
                published.add(rejected.raw());
                return acknowledgement;
            }

            @Override
            public CompletableFuture<?> publishReplayed(DeliveryRejected rejected, Instant at) {
                return acknowledgement;
            }
        };
        var processor = new DeliveryProcessor(
                brand -> null,
                (brand, source) -> {
                    throw new IllegalStateException("No brand has an account");
                },
                rejections);
        return new PullTurn(
                        PullFixture.pages(new NoHttp()), processor, progress, leases, "this", LEASE, PullFixture.CLOCK)
                .run(
                        directory.connections.get(KEY),
                        SourceDefinition.pull("Test", source, fetcher, List.of(), List.of()));
    }

    private static FetchedPage page(String cursor, boolean more) {
        var payload = SourcePayload.of(cursor.getBytes(StandardCharsets.UTF_8), "text/plain");
        return new FetchedPage(List.of(payload), cursor, more, null);
    }

    private static final class NoHttp implements HttpFetcher {

        @Override
        public HttpContent get(URI uri, Map<String, String> headers) {
            throw new IllegalStateException("Not used");
        }

        @Override
        public HttpContent post(URI uri, Map<String, String> headers, byte[] body) {
            throw new IllegalStateException("Not used");
        }
    }
}
