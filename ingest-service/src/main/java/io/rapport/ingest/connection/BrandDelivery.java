package io.rapport.ingest.connection;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.connection.DeliveryOutcome;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.WithheldPolicy;
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
                receipt.count(outcome(published));
            }
        } catch (RejectionStreakException e) {
            // A delivery is not stopped as a file is: the row is rejected as those before it.
        }
    }

    /** Waits for acknowledgement, and counts duplicates and rejections. */
    void complete(DeliveryReceipt receipt) {
        var done = intake.complete();
        for (var i = 0; i < done.duplicates(); i++) {
            receipt.count(DeliveryOutcome.DUPLICATES);
        }
        done.rejected().forEach(row -> receipt.count(DeliveryOutcome.REJECTED));
    }

    private DeliveryOutcome outcome(EngagementReceived engagement) {
        if (engagement.withdraws()) {
            return DeliveryOutcome.WITHDRAWN;
        }
        return WithheldPolicy.isWithheld(engagement, brand) ? DeliveryOutcome.WITHHELD : DeliveryOutcome.ACCEPTED;
    }
}
