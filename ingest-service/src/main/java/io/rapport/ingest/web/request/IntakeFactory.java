package io.rapport.ingest.web.request;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.clientlist.ClientListIntake;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.engagement.IntakeMetrics;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens an intake for each request.
 *
 * @param hashes for e-mail addresses
 * @param outlet where rows go
 * @param clients what is known of clients
 * @param tally where they are counted
 * @param clock tells when they arrived
 */
public record IntakeFactory(ContactHasher hashes, EngagementSink outlet, ClientDigestRepository clients, IntakeMetrics tally, Clock clock) {

    public EngagementIntake openEngagementIntake(BrandRegistered brand, @Nullable String source) {
        return new EngagementIntake(newRequest(brand, source), hashes, outlet, tally);
    }

    public ClientListIntake openClientListIntake(IntakeRequest arrival, ClientListColumns columns) {
        return new ClientListIntake(arrival, columns, new ClientListIntake.ClientDesk(hashes, outlet, clients));
    }

    public IntakeRequest newRequest(BrandRegistered brand, @Nullable String source) {
        return new IntakeRequest(brand, UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MILLIS), source);
    }
}
