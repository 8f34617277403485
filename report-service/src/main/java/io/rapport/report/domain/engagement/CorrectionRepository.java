package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Corrections of sentiments by people. A correction and its entry in the outbox are one document, so that both are written
 * atomically.
 */
public interface CorrectionRepository {

    /** The corrections of these engagements; engagements without one are left out. */
    Map<UUID, SentimentCorrected> findAll(BrandKey brand, Collection<UUID> engagements);

    /**
     * Compare-and-set: saves the next version of a correction as pending, if the version before it is the stored one.
     *
     * @return false if it is not; nothing is changed then
     */
    boolean saveNextVersion(BrandKey brand, SentimentCorrected correction);

    /** Saves published corrections; of each engagement the highest version is kept. */
    void saveNewer(Collection<SentimentCorrected> published);

    /** Deletes the corrections of these engagements; returns how many existed. */
    long delete(BrandKey brand, Collection<UUID> engagements);
}
