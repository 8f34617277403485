package io.rapport.report.domain.suggestion;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.engagement.TimelineQuery;
import io.rapport.report.domain.identity.KnownPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person did last. */
@FunctionalInterface
public interface EvidenceLookup {

    /** The time of a person's latest inbound engagement that is not withheld; null without one. */
    @Nullable
    Instant findLatest(BrandKey brand, KnownPerson person);

    /** A look-up in engagements: the newest ten, of which some may be withheld. */
    static EvidenceLookup of(EngagementRepository engagements) {
        var newest = new TimelineQuery(Direction.INBOUND, null, null, 10);
        return (brand, person) -> engagements.findTimeline(brand, person.handleKeys(brand), newest).stream()
                .filter(entry -> entry.details().withheld() == null)
                .map(TimelineEntry::occurredAt)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
