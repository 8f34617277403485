package io.rapport.report.domain.branding;

import io.rapport.contracts.brand.AgencyBranded;
import java.util.Collection;
import java.util.Optional;

/** The logo and the colour of agencies, one state for each agency. A state and its entry in the outbox are one document. */
public interface BrandingRepository {

    /** The state of an agency; empty if it was never set. */
    Optional<AgencyBranded> find(String agency);

    /**
     * Compare-and-set: saves the next version as pending, if the version before it is the stored one.
     *
     * @return false if it is not; nothing is changed then
     */
    boolean saveNextVersion(AgencyBranded branding);

    /** Saves published states; of each agency the highest version is kept. */
    void saveNewer(Collection<AgencyBranded> published);
}
