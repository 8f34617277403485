package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentJudged;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How texts were meant, as an analyser judged them. Taking the same in twice, or late, changes nothing. */
public interface Judgements {

    /** Takes judgements in; of each engagement the one that was made last stays. */
    void take(BrandKey brand, Collection<SentimentJudged> judged);

    /** The judgements of these engagements, where there are any. */
    Map<UUID, Sentiment> of(BrandKey brand, Collection<UUID> engagements);

    /** Forgets what was said of these engagements; how many were there. */
    long forget(BrandKey brand, Collection<UUID> engagements);
}
