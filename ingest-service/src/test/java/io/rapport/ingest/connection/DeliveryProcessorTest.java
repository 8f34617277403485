package io.rapport.ingest.connection;

import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.connection.ConnectionFixture;
import io.rapport.ingest.domain.connection.DeliveryOutcome;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.FixedSource;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryProcessorTest {

    private static final BrandKey ACME = new BrandKey("nord", "acme");

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final RecordingRejectionSink rejections = new RecordingRejectionSink();
    private final Map<BrandKey, BrandRegistered> brands = new HashMap<>();
    private final DeliveryProcessor processor = new DeliveryProcessor(brands::get, this::openIntake, rejections);
    private final DeliveryReplayer replayer = new DeliveryReplayer(processor, rejections);
    private final ConnectionConfigured connection = ConnectionFixture.connection(new ConnectionAccount("page", "acme"));

    @BeforeEach
    void register() {
        brands.put(
                ACME,
                BrandRegisteredBuilder.builder()
                        .agency("nord")
                        .brand("acme")
                        .name("Acme")
                        .timeZone("UTC")
                        .clock(BrandClock.LIVE)
                        .staff(List.of(new StaffHandle("web", "team")))
                        .paidMarkers(List.of("#ad"))
                        .version(1)
                        .at(NOW)
                        .build());
    }

    @Test
    void eachEventIsCountedOnce() {
        var receipt = process(SourceMapping.of(
                comment("1", "ann").forAccount("page"),
                comment("1", "ann").forAccount("page"),
                comment("2", "team").forAccount("page"),
                comment("3", "bob").with("actor.bot", true).forAccount("page"),
                comment("4", "cem").with("content.text", "nice #ad").forAccount("page"),
                comment("5", "dag").forAccount("page", 7L, true),
                comment("6", "eva").with("occurredAt", "never").forAccount("page"),
                comment("7", "fay").forAccount("unmapped"),
                new SourceMapping.Ignored("ping"),
                new SourceMapping.Unusable("It has no id.", "/id")));

        assertThat(receipt.counts())
                .isEqualTo(Map.of(
                        "accepted", 1L,
                        "duplicates", 1L,
                        "withheld", 3L,
                        "withdrawn", 1L,
                        "rejected", 3L,
                        "ignored", 1L,
                        "ignored:ping", 1L));
        assertThat(sink.accepted).extracting(each -> each.source()).containsOnly("test");
        assertThat(sink.accepted)
                .filteredOn(each -> each.withdraws())
                .singleElement()
                .satisfies(each -> assertThat(each.revision()).isEqualTo(7));
    }

    @Test
    void theEventOfAnUnknownAccountIsKeptOnceAndReplayedWhenTheAccountIsMapped() {
        var mapping = SourceMapping.of(comment("7", "fay").forAccount("unmapped", 3L, false));
        process(mapping);
        process(mapping);

        assertThat(rejections.all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.code()).isEqualTo(RejectionCode.UNKNOWN_ACCOUNT))
                .satisfies(kept -> assertThat(kept.account()).isEqualTo("unmapped"));
        assertThat(replay(connection).remaining()).isOne();
        assertThat(sink.accepted).isEmpty();

        var mapped = ConnectionFixture.connection(new ConnectionAccount("unmapped", "acme"));
        var result = replay(mapped);

        assertThat(result.replayed()).isOne();
        assertThat(result.receipt().of(DeliveryOutcome.ACCEPTED)).isOne();
        assertThat(sink.accepted)
                .singleElement()
                .satisfies(one -> assertThat(one.sourceId()).isEqualTo("7"));
        assertThat(rejections.all()).isEmpty();
        assertThat(replay(mapped).replayed()).isZero();
    }

    @Test
    void whatThePlatformDoesNotDateHappenedOnReceipt() {
        var undated = SourceEngagement.of("8", "web", Direction.INBOUND, EngagementKind.FOLLOW, null)
                .with("actor.id", "gil");

        assertThat(process(SourceMapping.of(undated.forAccount("page"))).of(DeliveryOutcome.ACCEPTED))
                .isOne();
        assertThat(sink.accepted)
                .singleElement()
                .satisfies(one -> assertThat(one.occurredAt()).isEqualTo(NOW))
                .satisfies(one -> assertThat(one.revision()).isEqualTo(NOW.toEpochMilli()));
    }

    @Test
    void aChangeThatIsNotDatedIsLaterThanAllBefore() {
        process(SourceMapping.of(comment("8", "gil").forAccount("page", SourceMapping.AT_RECEIPT, true)));
        process(SourceMapping.of(comment("9", "gil").forAccount("page", null, true)));

        assertThat(sink.accepted).extracting(one -> one.revision()).containsExactly(NOW.toEpochMilli(), null);
    }

    @Test
    void anUndatedEventOfAnUnknownAccountIsKeptOnceAndHappenedWhenItWasReceived() {
        var undated = SourceEngagement.of("8", "web", Direction.INBOUND, EngagementKind.FOLLOW, null)
                .with("actor.id", "gil")
                .forAccount("unmapped", null, true);
        process(SourceMapping.of(undated));
        process(SourceMapping.of(undated));
        assertThat(rejections.all()).hasSize(1);

        var later = NOW.plusSeconds(3_600);
        var mapped = ConnectionFixture.connection(new ConnectionAccount("unmapped", "acme"));
        var result =
                replayer.replay(mapped, new FixedSource("test", text -> SourceMapping.of()), rejections.all(), later);

        assertThat(result.receipt().of(DeliveryOutcome.WITHDRAWN)).isOne();
        assertThat(sink.accepted)
                .singleElement()
                .satisfies(one -> assertThat(one.occurredAt()).isEqualTo(NOW));
    }

    @Test
    void aWithdrawalIsReplayedAsOne() {
        process(SourceMapping.of(comment("7", "fay").forAccount("unmapped", 3L, true)));

        var result = replay(ConnectionFixture.connection(new ConnectionAccount("unmapped", "acme")));

        assertThat(result.receipt().of(DeliveryOutcome.WITHDRAWN)).isOne();
    }

    @Test
    void anAccountOfABrandThatIsNotRegisteredIsKept() {
        brands.clear();
        process(SourceMapping.of(comment("1", "ann").forAccount("page")));

        assertThat(rejections.all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.code()).isEqualTo(RejectionCode.UNKNOWN_BRAND));
        register();
        assertThat(replay(connection).replayed()).isOne();
    }

    @Test
    void aSourceThatFailsLosesNothing() {
        var receipt = processor.process(
                connection,
                new FixedSource("test", text -> {
                    throw new IllegalStateException("bug");
                }),
                payload("whole"),
                NOW);

        assertThat(receipt.counts()).isEqualTo(Map.of("rejected", 1L));
        assertThat(rejections.all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.raw()).isEqualTo("whole"))
                .satisfies(kept -> assertThat(kept.headers())
                        .isEqualTo(Map.of("content-type", "application/json", "x-event", "star")));
        var fixed = new FixedSource(
                "test", text -> SourceMapping.of(comment(text, "ann").forAccount("page")));
        assertThat(replayer.replay(connection, fixed, rejections.all(), NOW).replayed())
                .isOne();
        assertThat(sink.accepted)
                .singleElement()
                .satisfies(one -> assertThat(one.sourceId()).isEqualTo("whole"));
    }

    @Test
    void aPayloadThatIsStillUnusableStays() {
        process(SourceMapping.unusable("It has no id.", "/id"));

        assertThat(rejections.all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.message()).isEqualTo("It has no id. (at /id)"));
        var still = new FixedSource("test", text -> SourceMapping.unusable("It has no id.", "/id"));
        assertThat(replayer.replay(connection, still, rejections.all(), NOW).remaining())
                .isOne();
        assertThat(rejections.all()).hasSize(1);
    }

    @Test
    void failsWithoutAcknowledgement() {
        sink.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("away"));
        assertThatThrownBy(() -> process(SourceMapping.of(comment("1", "ann").forAccount("page"))))
                .isInstanceOf(DeliveryFailedException.class);

        sink.acknowledgement = CompletableFuture.completedFuture(null);
        rejections.acknowledgement = CompletableFuture.failedFuture(new IllegalStateException("away"));
        assertThatThrownBy(() -> process(SourceMapping.of(comment("1", "ann").forAccount("unmapped"))))
                .isInstanceOf(DeliveryFailedException.class);
    }

    private EngagementIntake openIntake(BrandRegistered brand, String source) {
        return new EngagementIntake(
                new IntakeRequest(brand, UUID.randomUUID(), NOW, source, null),
                new ContactHasher("a secret of this test"),
                sink,
                sink);
    }

    private DeliveryReceipt process(SourceMapping mapping) {
        return processor.process(connection, new FixedSource("test", text -> mapping), payload("{}"), NOW);
    }

    private DeliveryReplayer.ReplayResult replay(ConnectionConfigured configured) {
        return replayer.replay(configured, new FixedSource("test", text -> SourceMapping.of()), rejections.all(), NOW);
    }

    private static SourceEngagement comment(String id, String actor) {
        return SourceEngagement.of(id, "web", Direction.INBOUND, EngagementKind.COMMENT, NOW)
                .with("actor.id", actor);
    }

    private static SourcePayload payload(String text) {
        return new SourcePayload(
                text.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "x-event", List.of("star"),
                        "x-hub-signature-256", List.of("sha256=00"),
                        "authorization", List.of("Bearer x"),
                        "x-api-key", List.of("x"),
                        "cookie", List.of("x")),
                Map.of(),
                "application/json");
    }
}
