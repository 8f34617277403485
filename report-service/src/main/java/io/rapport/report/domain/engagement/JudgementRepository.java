package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentJudged;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Judgements of texts by analysers. Saves are idempotent. */
public interface JudgementRepository {

    /** Saves judgements; of each engagement the latest one is kept. */
    void saveNewer(Collection<SentimentJudged> judged);

    /** The judgements of these engagements; engagements without one are left out. */
    Map<UUID, TextSentiment> findAll(BrandKey brand, Collection<UUID> engagements);

    /** Deletes the judgements of these engagements; returns how many existed. */
    long delete(BrandKey brand, Collection<UUID> engagements);
}
