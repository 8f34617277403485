package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.ingest.web.request.RejectionText;
import io.rapport.web.pages.PageText;
import java.util.UUID;

/** A rejected part of a delivery as pages show it: without its content, which is personal data. */
record RejectedRow(UUID id, String code, String message, String at) {

    static RejectedRow of(DeliveryRejected rejected) {
        return new RejectedRow(
                rejected.id(),
                rejected.code().name(),
                RejectionText.of(rejected.code(), rejected.message()),
                PageText.time(rejected.rejectedAt()));
    }
}
