package io.rapport.ingest.web.engagements;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.EngagementRejectedBuilder;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.json.JsonRow;
import io.rapport.ingest.web.request.IntakeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes rejected JSON rows in again. Rows that would be rejected again, that scoring rejected, or of which an address or number was
 * redacted, stay as they are.
 */
public final class RejectionReplayer {

    private static final String BY_INGEST = "ingest";
    private static final String UNKNOWN = "unknown";

    private final IntakeFactory intakes;
    private final EngagementSink sink;

    /** Creates a replayer that publishes to a sink. */
    public RejectionReplayer(IntakeFactory intakes, EngagementSink sink) {
        this.intakes = intakes;
        this.sink = sink;
    }

    /**
     * The result of a replay.
     *
     * @param replayed the number of rejections that are done
     * @param remaining the number of those that were tried and stay
     * @param accepted the number of engagements that were published
     */
    public record ReplayedRows(int replayed, int remaining, int accepted) {}

    ReplayedRows replay(BrandRegistered brand, List<EngagementRejected> rejected, Instant at) {
        var done = new ArrayList<EngagementRejected>();
        var accepted = 0;
        for (var each : rejected) {
            var row = row(each);
            if (row != null && isReadable(brand, each, row)) {
                var intake = intakes.openEngagementIntake(brand, source(each), null);
                intake.process(row);
                accepted += intake.complete().accepted();
                done.add(each);
            }
        }
        // What was published is removed from the rejections only after its acknowledgement.
        var tracker = new DeliveryTracker();
        done.forEach(each -> tracker.track(sink.publishRejection(replayed(each, at)), () -> {}));
        tracker.awaitAll();
        return new ReplayedRows(done.size(), rejected.size() - done.size(), accepted);
    }

    private boolean isReadable(BrandRegistered brand, EngagementRejected rejected, InputRow row) {
        return intakes.openEngagementPreview(brand, source(rejected), null)
                        .read(row)
                        .rejected()
                == null;
    }

    private static @Nullable InputRow row(EngagementRejected rejected) {
        var raw = rejected.raw();
        if (!rejected.by().equals(BY_INGEST) || raw.isEmpty() || raw.contains(ContactRedactor.REDACTED)) {
            return null;
        }
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        return new JsonRow(0, bytes, 0, bytes.length);
    }

    private static @Nullable String source(EngagementRejected rejected) {
        return rejected.source().equals(UNKNOWN) ? null : rejected.source();
    }

    private static EngagementRejected replayed(EngagementRejected rejected, Instant at) {
        return EngagementRejectedBuilder.builder(rejected)
                .raw("")
                .replayedAt(at)
                .build();
    }
}
