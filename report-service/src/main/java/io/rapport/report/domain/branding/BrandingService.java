package io.rapport.report.domain.branding;

import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.contracts.brand.AgencyBrandedBuilder;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sets the logo and the colour of agencies. */
public final class BrandingService {

    private final BrandingRepository brandings;
    private final DecisionRecorder<AgencyBranded> recorder;

    /** A service on this repository and the recorder of its states. */
    public BrandingService(BrandingRepository brandings, DecisionRecorder<AgencyBranded> recorder) {
        this.brandings = brandings;
        this.recorder = recorder;
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
        recorder.requireReady();
        var stored = brandings.find(agency);
        var next = stored.map(AgencyBrandedBuilder::builder)
                .orElseGet(AgencyBrandedBuilder::builder)
                .agency(agency)
                .by(by)
                .at(at)
                .version(stored.map(AgencyBranded::version).orElse(0L) + 1);
        return recorder.saveAndPublish(change.apply(next).build());
    }
}
