package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.WindowSums;
import java.util.List;
import java.util.Objects;

/** Parts of the score. Each is computed when it is read, because a pass over all people reads few of them. */
public final class ScoreBreakdown {

    private final DimensionPoints points;
    private final ReciprocitySums exchange;
    private final RecentWindowSums recent;
    private final long[] counts;
    private final SentimentSum sentiment;

    /** The arguments no longer change. */
    ScoreBreakdown(
            DimensionPoints points,
            ReciprocitySums exchange,
            RecentWindowSums recent,
            long[] counts,
            SentimentSum sentiment) {
        this.points = points;
        this.exchange = exchange;
        this.recent = recent;
        this.counts = counts;
        this.sentiment = sentiment;
    }

    /** Returned and invested over 7, 30 and 90 days. */
    public List<WindowSums> windows() {
        return recent.windows();
    }

    /** Contribution of each direction and kind, inbound first, by kind. */
    public List<Contribution> contributions() {
        return points.contributions(counts, exchange);
    }

    /** Contribution of judged texts. */
    public SentimentSum sentiment() {
        return sentiment;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreBreakdown that
                && windows().equals(that.windows())
                && contributions().equals(that.contributions())
                && sentiment.equals(that.sentiment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(windows(), contributions(), sentiment);
    }

    @Override
    public String toString() {
        return "ScoreBreakdown[windows=" + windows() + ", contributions=" + contributions() + ", sentiment=" + sentiment
                + "]";
    }
}
