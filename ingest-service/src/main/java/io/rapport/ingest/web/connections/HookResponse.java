package io.rapport.ingest.web.connections;

import io.rapport.ingest.domain.connection.DeliveryOutcome;
import io.rapport.ingest.domain.connection.DeliveryReceipt;

/**
 * What became of the events of a delivery; each is counted once. The broker has acknowledged all of them.
 *
 * @param accepted published, to be scored
 * @param withheld published and not scored: of a bot or of staff, paid, or a post
 * @param withdrawn published as withdrawals of earlier events
 * @param duplicates equal to earlier events of the same delivery
 * @param ignored no engagements, by their type
 * @param rejected kept with the reason, to be replayed
 */
record HookResponse(int accepted, int withheld, int withdrawn, int duplicates, int ignored, int rejected) {

    static HookResponse of(DeliveryReceipt receipt) {
        return new HookResponse(
                receipt.of(DeliveryOutcome.ACCEPTED),
                receipt.of(DeliveryOutcome.WITHHELD),
                receipt.of(DeliveryOutcome.WITHDRAWN),
                receipt.of(DeliveryOutcome.DUPLICATES),
                receipt.of(DeliveryOutcome.IGNORED),
                receipt.of(DeliveryOutcome.REJECTED));
    }
}
