package io.rapport.scoring.domain;

import io.rapport.contracts.score.RollingRor;
import java.util.List;

/** A brand's figures. */
public final class BrandScore {

    private BrandScore() {}

    /**
     * Return on Relationships over 7, 30 and 90 days up to and including {@code asOf}, shortest first.
     *
     * @param asOf epoch day; days of the series after it are ignored
     * @param model what the series was counted with
     */
    public static List<RollingRor> of(BrandLedger ledger, int asOf, ScoringModel model) {
        throw new UnsupportedOperationException("not written yet");
    }
}
