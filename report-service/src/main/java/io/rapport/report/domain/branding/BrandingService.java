package io.rapport.report.domain.branding;

import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.AgencyBrandedBuilder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Sets the logo and the colour of agencies. */
public final class BrandingService {

    private final BrandingRepository brandings;
    private final BooleanSupplier caughtUp;
    private final Predicate<AgencyBranded> publisher;

    /**
     * A service on this repository.
     *
     * @param caughtUp whether all earlier states are in the repository, so that versions continue from there
     * @param publisher publishes a state, and returns whether that succeeded; if not, the outbox publishes it later
     */
    public BrandingService(BrandingRepository brandings, BooleanSupplier caughtUp, Predicate<AgencyBranded> publisher) {
        this.brandings = brandings;
        this.caughtUp = caughtUp;
        this.publisher = publisher;
    }

    /** The branding of an agency; empty if it was never set. */
    public Optional<AgencyBranded> find(String agency) {
        return brandings.find(agency);
    }

    /**
     * Changes the branding of an agency; returns whether the broker has acknowledged that.
     *
     * @param change of a state whose version, time and author are set already
     * @throws DecisionRejectedException with the reason
     */
    public boolean change(String agency, String by, Instant at, UnaryOperator<AgencyBrandedBuilder> change) {
        if (!caughtUp.getAsBoolean()) {
            throw new DecisionRejectedException(DecisionRejection.NOT_READY);
        }
        var stored = brandings.find(agency);
        var next = stored.map(AgencyBrandedBuilder::builder)
                .orElseGet(AgencyBrandedBuilder::builder)
                .agency(agency)
                .by(by)
                .at(at)
                .version(stored.map(AgencyBranded::version).orElse(0L) + 1);
        var branding = change.apply(next).build();
        if (!brandings.saveNextVersion(branding)) {
            throw new DecisionRejectedException(DecisionRejection.VERSION_CONFLICT);
        }
        return publisher.test(branding);
    }
}
