package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentJudged;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How texts were meant, as an analyser judged them. Taking the same in twice, or late, changes nothing. */
public interface JudgementRepository {

    /** Takes judgements in; of each engagement the one that was made last stays. */
    void saveNewer(BrandKey brand, Collection<SentimentJudged> judged);

    /** The judgements of these engagements, where there are any. */
    Map<UUID, TextSentiment> findAll(BrandKey brand, Collection<UUID> engagements);

    /** Forgets what was said of these engagements; how many were there. */
    long delete(BrandKey brand, Collection<UUID> engagements);
}
