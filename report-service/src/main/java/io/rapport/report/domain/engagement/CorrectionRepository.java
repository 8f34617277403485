package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * How texts were meant, as people said. A correction is kept together with whether it still has to be published: both
 * are one document, so that no crash can part them.
 */
public interface CorrectionRepository {

    /** The corrections of these engagements, where there are any. */
    Map<UUID, SentimentCorrected> findAll(BrandKey brand, Collection<UUID> engagements);

    /**
     * Writes a correction down, to be published.
     *
     * @return false, with nothing changed, unless the version before this one is the newest there is
     */
    boolean saveNextVersion(BrandKey brand, SentimentCorrected correction);

    /** Takes in what was published; of each engagement the newest stays. */
    void saveNewer(BrandKey brand, Collection<SentimentCorrected> published);

    /** Forgets what was said of these engagements; how many were there. */
    long delete(BrandKey brand, Collection<UUID> engagements);
}
