package io.rapport.report.domain.engagement;

import io.rapport.contracts.sentiment.SentimentCorrected;
import java.util.List;

/** Corrections of all brands that the other services have not been told of. */
public interface CorrectionOutbox {

    /** What still has to be published, at most 1 000 of it. */
    List<SentimentCorrected> findPending();

    /** Notes that a correction was published, unless there is a newer one by now. */
    void markPublished(SentimentCorrected correction);
}
