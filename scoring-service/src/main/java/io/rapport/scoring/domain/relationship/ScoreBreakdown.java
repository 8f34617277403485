package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.WindowSums;
import java.util.List;

/**
 * Parts of the score.
 *
 * @param windows returned and invested over 7, 30 and 90 days
 * @param contributions contribution of each direction and kind, inbound first, by kind
 * @param sentiment contribution of judged texts
 */
public record ScoreBreakdown(List<WindowSums> windows, List<Contribution> contributions, SentimentSum sentiment) {}
