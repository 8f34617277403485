package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.delivery.DeliveryFailedException;

import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeReceipt;
import io.rapport.ingest.domain.input.IntakeRequest;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes the rows of one request in, one after the other: each is passed on, set aside, or known already. */
public final class EngagementIntake {

    private static final String SERVICE = "ingest";

    private final IntakeRequest arrival;
    private final EngagementReader reader;
    private final EngagementSink outlet;
    private final IntakeMetrics.BrandCounters counts;
    private final DeliveryTracker deliveries = new DeliveryTracker();
    private final Map<UUID, Integer> bodies = new HashMap<>();
    private final List<IntakeReceipt.RowRejection> rejected = new ArrayList<>();
    private int accepted;
    private int duplicates;

    /** An intake for one request. */
    public EngagementIntake(IntakeRequest arrival, ContactHasher hashes, EngagementSink outlet, IntakeMetrics tally) {
        this.arrival = arrival;
        this.reader = new EngagementReader(arrival, hashes);
        this.outlet = outlet;
        this.counts = tally.forBrand(arrival.brandKey());
    }

    /**
     * Takes one row in.
     *
     * @throws DeliveryFailedException if nothing can be passed on just now
     */
    public void process(InputRow row) {
        try {
            process(reader.read(row.fields()));
        } catch (InputRejectedException reason) {
            reject(row, reason);
        }
    }

    /**
     * What became of all of them, once it is certain.
     *
     * @throws DeliveryFailedException if it is not
     */
    public IntakeReceipt complete() {
        deliveries.awaitAll();
        return new IntakeReceipt(accepted, duplicates, List.copyOf(rejected));
    }

    private void process(EngagementReceived engagement) {
        var before = bodies.putIfAbsent(engagement.id(), engagement.hashCode());
        if (before == null) {
            deliveries.track(outlet.publishEngagement(engagement), counts::countAccepted);
            accepted++;
        } else if (before == engagement.hashCode()) {
            counts.countDuplicate();
            duplicates++;
        } else {
            throw new InputRejectedException(
                    RejectionCode.CONFLICT,
                    "sourceId",
                    "A row before this one has the same source and sourceId and another body. The first one counts; "
                            + "send a change under a sourceId of its own.");
        }
    }

    private void reject(InputRow row, InputRejectedException reason) {
        deliveries.track(outlet.publishRejection(rejection(row, reason)), counts::countRejected);
        rejected.add(IntakeReceipt.RowRejection.of(row, reason));
    }

    private EngagementRejected rejection(InputRow row, InputRejectedException reason) {
        var origin = "request " + arrival.id() + ", row " + row.index();
        var known = RejectedRowDetails.of(row, reader);
        return new EngagementRejected(
                DeterministicIds.of("rejection", arrival.brandKey().key(origin)),
                arrival.brand().agency(),
                arrival.brand().brand(),
                known.source(),
                reason.code(),
                reason.message(),
                origin,
                known.id(),
                known.raw(),
                arrival.receivedAt(),
                SERVICE);
    }
}
