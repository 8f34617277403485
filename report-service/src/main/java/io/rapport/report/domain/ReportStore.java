package io.rapport.report.domain;

import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;

/** All projections, and what people decided here. */
public interface ReportStore {

    /** Current and earlier relationships. */
    Relationships relationships();

    /** Brands' scores by day. */
    BrandDays<BrandScoreChanged> brandDays();

    /** How word of brands spreads, by day. */
    BrandDays<SentimentSpreadChanged> spreadDays();

    /** How posts are taken up, by channel and day. */
    Contents contents();

    /** Handles and profiles. */
    Identities identities();

    /** Engagements by handle. */
    Engagements engagements();

    /** How texts were meant, as an analyser judged. */
    Judgements judgements();

    /** Rows of the client list. */
    ClientRows clients();

    /** Which handles were erased. */
    Erasures erasures();

    /** How texts were meant, as people said. */
    Corrections corrections();
}
