package io.rapport.ingest.domain.connection;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;

/** Foresees whether scoring withholds an engagement: of a bot or of staff, paid, or a post. */
final class WithheldPolicy {

    private WithheldPolicy() {}

    /** Whether an engagement is published and not scored. */
    static boolean isWithheld(EngagementReceived engagement, BrandRegistered brand) {
        return engagement.kind() == EngagementKind.POST
                || engagement.isPaid()
                || engagement.actor().isBot()
                || brand.staff()
                        .contains(new StaffHandle(
                                engagement.channel(), engagement.actor().id()));
    }
}
