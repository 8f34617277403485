package io.rapport.report.domain.store;

import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.identity.ClientRowRepository;
import io.rapport.report.domain.content.ContentRepository;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.people.RelationshipRepository;

import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;

/** All projections, and what people decided here. */
public interface ReportRepositories {

    /** Current and earlier relationships. */
    RelationshipRepository relationships();

    /** Brands' scores by day. */
    BrandDayRepository<BrandScoreChanged> brandDays();

    /** How word of brands spreads, by day. */
    BrandDayRepository<SentimentSpreadChanged> spreadDays();

    /** How posts are taken up, by channel and day. */
    ContentRepository contents();

    /** Handles and profiles. */
    IdentityRepository identities();

    /** Engagements by handle. */
    EngagementRepository engagements();

    /** How texts were meant, as an analyser judged. */
    JudgementRepository judgements();

    /** Rows of the client list. */
    ClientRowRepository clients();

    /** Which handles were erased. */
    ErasedHandleRepository erasures();

    /** How texts were meant, as people said. */
    CorrectionRepository corrections();
}
