package io.rapport.ingest.web;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.Arrival;
import io.rapport.ingest.domain.ClientColumns;
import io.rapport.ingest.domain.ClientIntake;
import io.rapport.ingest.domain.ClientStore;
import io.rapport.ingest.domain.ContactHashes;
import io.rapport.ingest.domain.Intake;
import io.rapport.ingest.domain.Outlet;
import io.rapport.ingest.domain.Tally;
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
public record Intakes(ContactHashes hashes, Outlet outlet, ClientStore clients, Tally tally, Clock clock) {

    Intake engagements(BrandRegistered brand, @Nullable String source) {
        return new Intake(arrival(brand, source), hashes, outlet, tally);
    }

    ClientIntake clients(Arrival arrival, ClientColumns columns) {
        return new ClientIntake(arrival, columns, new ClientIntake.ClientDesk(hashes, outlet, clients));
    }

    Arrival arrival(BrandRegistered brand, @Nullable String source) {
        return new Arrival(brand, UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MILLIS), source);
    }
}
