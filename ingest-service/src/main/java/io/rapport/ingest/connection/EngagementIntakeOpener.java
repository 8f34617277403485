package io.rapport.ingest.connection;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import java.util.function.Consumer;

/** Opens an intake of the engagements of a brand. */
public interface EngagementIntakeOpener {

    /**
     * Opens an intake.
     *
     * @param source the source of the engagements
     * @param published receives each engagement that is published, while its row is processed
     */
    EngagementIntake open(BrandRegistered brand, String source, Consumer<EngagementReceived> published);
}
