package io.rapport.scoring.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.score.FigureEvidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidencePolicyTest {

    @ParameterizedTest
    @CsvSource({"0, 0, true", "4, 1000, true", "5, 19, true", "1000, 19, true", "5, 20, false", "1000, 1000, false"})
    void fewIsBelowFivePeopleOrTwentyEngagements(long people, long engagements, boolean few) {
        assertThat(FigureEvidence.isFew(EvidencePolicy.of(people, engagements))).isEqualTo(few);
        assertThat(EvidencePolicy.of(people, engagements)).isEqualTo(few ? "few" : null);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "19, true", "20, false"})
    void figuresWithoutPeopleNeedTwentyEngagements(long engagements, boolean few) {
        assertThat(FigureEvidence.isFew(EvidencePolicy.of(engagements))).isEqualTo(few);
    }
}
