package io.rapport.ingest.connection;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.messaging.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Replays what was set aside. Idempotent: an engagement keeps its id, so that one which is published twice counts once, and
 * what cannot be published yet stays as it is.
 */
public final class DeliveryReplayer {

    private final DeliveryProcessor processor;
    private final DeliveryRejectionSink rejections;

    /** Creates a replayer. */
    public DeliveryReplayer(DeliveryProcessor processor, DeliveryRejectionSink rejections) {
        this.processor = processor;
        this.rejections = rejections;
    }

    /**
     * The result of a replay.
     *
     * @param replayed the number of rejections that are done
     * @param remaining the number that stay, because their cause is not fixed
     * @param receipt what became of the events of the replayed ones
     */
    public record ReplayResult(int replayed, int remaining, DeliveryReceipt receipt) {}

    /**
     * Replays rejections of a connection.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge; the replay may be repeated
     */
    public ReplayResult replay(
            ConnectionConfigured connection, EngagementSource source, List<DeliveryRejected> rejected, Instant at) {
        var receipt = new DeliveryReceipt();
        var tracker = new DeliveryTracker();
        var replayed = 0;
        for (var each : rejected) {
            if (isReplayed(connection, source, each, at, receipt)) {
                tracker.track(rejections.publishReplayed(each, at), () -> {});
                replayed++;
            }
        }
        tracker.awaitAll();
        return new ReplayResult(replayed, rejected.size() - replayed, receipt);
    }

    private boolean isReplayed(
            ConnectionConfigured connection,
            EngagementSource source,
            DeliveryRejected rejected,
            Instant at,
            DeliveryReceipt receipt) {
        if (rejected.mapped()) {
            var mapped = mapped(rejected);
            if (mapped == null || !processor.hasBrand(connection, mapped.account())) {
                return false;
            }
            receipt.add(processor.process(connection, mapped, rejected.rejectedAt()));
            return true;
        }
        var payload = payload(rejected);
        var mapping = DeliveryProcessor.map(source, payload, connection, at);
        if (mapping.items().stream().anyMatch(SourceMapping.Unusable.class::isInstance)) {
            return false;
        }
        receipt.add(processor.process(connection, payload, mapping, at));
        return true;
    }

    private static SourcePayload payload(DeliveryRejected rejected) {
        var headers = new HashMap<String, List<String>>();
        var kept = Objects.requireNonNullElse(rejected.headers(), Map.<String, String>of());
        kept.forEach((name, value) -> headers.put(name, List.of(value)));
        return new SourcePayload(
                rejected.raw().getBytes(StandardCharsets.UTF_8),
                headers,
                Map.of(),
                kept.getOrDefault("content-type", ""));
    }

    /** The mapped engagement; null for one that was truncated. */
    private static SourceMapping.@Nullable Mapped mapped(DeliveryRejected rejected) {
        try {
            var raw = Json.mapper().readTree(rejected.raw());
            Map<String, Object> fields = Json.mapper()
                    .convertValue(raw.path(DeliveryRejections.ENGAGEMENT), new TypeReference<Map<String, Object>>() {});
            var revision = fields.remove("revision") instanceof Number number ? (Long) number.longValue() : null;
            var withdrawn = Boolean.TRUE.equals(fields.remove("withdrawn"));
            return new SourceMapping.Mapped(
                    raw.path(DeliveryRejections.ACCOUNT).asString(), fields, revision, withdrawn);
        } catch (JacksonException e) {
            return null;
        }
    }
}
