package io.rapport.ingest.web.request;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.clientlist.ClientListIntake;
import io.rapport.ingest.domain.clientlist.ClientListPreview;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.engagement.EngagementPreview;
import io.rapport.ingest.domain.engagement.IntakeMetrics;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.input.IntakeRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates the intake of each request, with the time of receipt and a random request id. */
public final class IntakeFactory {

    private final ContactHasher hasher;
    private final EngagementSink sink;
    private final ClientDigestRepository digests;
    private final IntakeMetrics metrics;
    private final Clock clock;

    /** Creates a factory with the collaborators of every intake. */
    public IntakeFactory(
            ContactHasher hasher,
            EngagementSink sink,
            ClientDigestRepository digests,
            IntakeMetrics metrics,
            Clock clock) {
        this.hasher = hasher;
        this.sink = sink;
        this.digests = digests;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Creates an intake of engagements.
     *
     * @param defaultSource the source of rows that name none; null when each row has to name its source
     * @param epoch the unit of timestamps that are numbers; null when they are not accepted
     */
    public EngagementIntake openEngagementIntake(
            BrandRegistered brand, @Nullable String defaultSource, @Nullable EpochUnit epoch) {
        return new EngagementIntake(newRequest(brand, defaultSource, epoch), hasher, sink, metrics);
    }

    /** Creates a preview of engagements; the parameters are those of {@link #openEngagementIntake}. */
    public EngagementPreview openEngagementPreview(
            BrandRegistered brand, @Nullable String defaultSource, @Nullable EpochUnit epoch) {
        return new EngagementPreview(newRequest(brand, defaultSource, epoch), hasher);
    }

    /** Creates an intake of a client list. */
    public ClientListIntake openClientListIntake(IntakeRequest request, ClientListColumns columns) {
        return new ClientListIntake(request, columns, hasher, sink, digests);
    }

    /** Creates a preview of a client list. */
    public ClientListPreview openPreview(BrandRegistered brand, ClientListColumns columns) {
        return new ClientListPreview(brand, columns, hasher, clock.instant());
    }

    /** Creates a request that is received now. */
    public IntakeRequest newRequest(BrandRegistered brand, @Nullable String defaultSource) {
        return newRequest(brand, defaultSource, null);
    }

    private IntakeRequest newRequest(BrandRegistered brand, @Nullable String defaultSource, @Nullable EpochUnit epoch) {
        return new IntakeRequest(
                brand, UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MILLIS), defaultSource, epoch);
    }
}
