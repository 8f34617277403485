package io.rapport.ingest.connection;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.connection.DeliveryOutcome;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.input.RejectionStreakException;

/** The part of a delivery that belongs to one brand. */
final class BrandDelivery {

    private final BrandRegistered brand;
    private final EngagementIntake intake;

    BrandDelivery(BrandRegistered brand, EngagementIntake intake) {
        this.brand = brand;
        this.intake = intake;
    }

    void process(MappedRow row, DeliveryReceipt receipt) {
        try {
            var published = intake.process(row);
            if (published != null) {
                receipt.count(DeliveryOutcome.ofPublished(published, brand));
            }
        } catch (RejectionStreakException e) {
            // A delivery is not stopped as a file is: the row is rejected as those before it.
        }
    }

    /** Waits for acknowledgement, and counts duplicates and rejections. */
    void complete(DeliveryReceipt receipt) {
        var done = intake.complete();
        receipt.count(DeliveryOutcome.DUPLICATES, done.duplicates());
        receipt.count(DeliveryOutcome.REJECTED, done.rejected().size());
    }
}
