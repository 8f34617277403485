package io.rapport.report.domain.engagement;

import io.rapport.contracts.sentiment.SentimentCorrected;
import java.util.List;

/** The transactional outbox of corrections: those of all brands that are not published yet. */
public interface CorrectionOutbox {

    /** The pending corrections, at most 1 000. */
    List<SentimentCorrected> findPending();

    /** Marks a correction as published, unless the engagement has a newer one by now. */
    void markPublished(SentimentCorrected correction);
}
