package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.engagement.RecentBodies.Body;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.RejectionStreak;
import io.rapport.ingest.domain.input.RejectionStreakException;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.input.RowWarning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Processes the rows of one request: each row is published, counted as a duplicate, or rejected. */
public final class EngagementIntake {

    private static final int MAX_WARNINGS = 1_000;
    private static final int MAX_LISTED = 100_000;

    private final IntakeRequest request;
    private final EngagementReader reader;
    private final EngagementSink sink;
    private final IntakeMetrics.BrandCounters counters;
    private final DeliveryTracker deliveries = new DeliveryTracker();
    private final RecentBodies bodies = new RecentBodies();
    private final List<RowWarning> warnings = new ArrayList<>();
    private final List<RowRejection> rejections = new ArrayList<>();
    private final RejectionStreak streak = new RejectionStreak();
    private int accepted;
    private int duplicates;
    private int rejected;

    /** Creates an intake for one request. */
    public EngagementIntake(IntakeRequest request, ContactHasher hasher, EngagementSink sink, IntakeMetrics metrics) {
        this.request = request;
        this.reader = new EngagementReader(request, hasher);
        this.sink = sink;
        this.counters = metrics.forBrand(request.brandKey());
    }

    /**
     * Processes one row, without waiting for acknowledgement.
     *
     * @return the engagement that is published; null for a duplicate or a rejected row
     * @throws DeliveryFailedException if the broker is not available
     * @throws RejectionStreakException after too many rejected rows in a row
     */
    public @Nullable EngagementReceived process(InputRow row) {
        try {
            var details = new LinkedHashMap<String, String>();
            var engagement = reader.read(row.fields(), details::put);
            var published = publish(engagement);
            details.forEach((field, message) -> warn(new RowWarning(row.index(), field, message)));
            streak.accepted();
            return published ? engagement : null;
        } catch (InputRejectedException reason) {
            reject(row, reason);
            return null;
        }
    }

    /**
     * Waits until the broker has acknowledged all rows, and returns the result.
     *
     * @throws DeliveryFailedException if a row was not acknowledged
     */
    public IntakeReceipt complete() {
        deliveries.awaitAll();
        return new IntakeReceipt(accepted, duplicates, rejected, List.copyOf(rejections), List.copyOf(warnings));
    }

    /**
     * The counts so far, of which some are not acknowledged yet.
     *
     * @param rows the rows of the file that were read
     */
    public EngagementFileImport.Counts counts(long rows) {
        return new EngagementFileImport.Counts(rows, accepted, duplicates, rejected);
    }

    /** Publishes an engagement, unless it is a duplicate. */
    private boolean publish(EngagementReceived engagement) {
        var body = Body.of(engagement);
        var earlier = bodies.find(engagement);
        if (earlier == null || earlier.content() == body.content() && earlier.profile() != body.profile()) {
            // Another profile of the same actor is published too: it is news of the account, and scoring counts it
            // once.
            bodies.keep(engagement, body);
            deliveries.track(sink.publishEngagement(engagement), counters::countAccepted);
            accepted++;
            return true;
        } else if (earlier.equals(body)) {
            counters.countDuplicate();
            duplicates++;
            return false;
        } else {
            throw new InputRejectedException(
                    RejectionCode.CONFLICT,
                    "sourceId",
                    "An earlier row of this request has the same source, sourceId and revision and another body. The "
                            + "earlier row counts; send a change with a higher revision.");
        }
    }

    private void warn(RowWarning warning) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(warning);
        }
    }

    private void reject(InputRow row, InputRejectedException reason) {
        var details = RejectedRowDetails.of(row, reader);
        var rejection = request.rejection(row, reason, details.source(), details.id(), details.raw());
        deliveries.track(sink.publishRejection(rejection), counters::countRejected);
        rejected++;
        if (rejections.size() < MAX_LISTED) {
            rejections.add(RowRejection.of(row, reason));
        }
        if (reason.code() != RejectionCode.SUPPRESSED) {
            streak.rejected(RowRejection.of(row, reason));
        }
    }
}
