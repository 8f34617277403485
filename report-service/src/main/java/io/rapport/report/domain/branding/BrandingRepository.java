package io.rapport.report.domain.branding;

import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.report.domain.decision.DecisionRepository;
import java.util.Optional;

/** The logo and the colour of agencies, one state for each agency. */
public interface BrandingRepository extends DecisionRepository<AgencyBranded> {

    /** The state of an agency; empty if it was never set. */
    Optional<AgencyBranded> find(String agency);
}
