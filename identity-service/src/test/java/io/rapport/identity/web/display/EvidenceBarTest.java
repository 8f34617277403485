package io.rapport.identity.web.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.identity.Evidence;
import io.rapport.test.HostileText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceBarTest {

    private static final Evidence PRIOR = new Evidence("PRIOR", "before anything is compared", -3);

    private static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void eachBarStartsAtTheEndOfThePrevious() {
        var bars = EvidenceBar.of(
                List.of(PRIOR, new Evidence("LINK", "both", 7), new Evidence("GIVEN_NAME", "ann and bo", -2)),
                chance(2));

        assertThat(bars).extracting(EvidenceBar::tone).containsExactly("start", "for", "against");
        assertThat(bars).extracting(EvidenceBar::soFar).containsExactly("5 %", "98 %", "88 %");
        // Log-odds from -3 to 4 on a width of 100.
        assertThat(bars).allSatisfy(bar -> assertThat(number(bar.even())).isCloseTo(300 / 7.0, within(0.01)));
        assertThat(number(bars.get(0).x())).isZero();
        assertThat(number(bars.get(0).width())).isCloseTo(300 / 7.0, within(0.01));
        assertThat(number(bars.get(1).x())).isZero();
        assertThat(number(bars.get(1).width())).isEqualTo(100);
        assertThat(number(bars.get(2).x())).isCloseTo(500 / 7.0, within(0.01));
        assertThat(number(bars.get(2).width())).isCloseTo(200 / 7.0, within(0.01));
    }

    @Test
    void barsStayWithinTheScale() {
        var evidence = List.of(
                PRIOR,
                new Evidence("HANDLE", "a and b", 80),
                new Evidence("RIVALS", "", -79.99),
                new Evidence("CITY", "", 0.001));
        assertThat(EvidenceBar.of(evidence, 0.06)).allSatisfy(bar -> {
            assertThat(number(bar.x())).isBetween(0.0, 100.0);
            assertThat(number(bar.width())).isBetween(0.8, 100.0);
            assertThat(number(bar.x()) + number(bar.width())).isLessThanOrEqualTo(100.01);
        });
    }

    @Test
    void capOnTheProbabilityComesLast() {
        var bars = EvidenceBar.of(List.of(PRIOR, new Evidence("HANDLE", "both ann", 12)), 0.95);
        var last = bars.get(bars.size() - 1);

        assertThat(last.what()).isEqualTo("What speaks against it");
        assertThat(last.detail()).isEqualTo("so that it is never shown as sure");
        assertThat(last.soFar()).isEqualTo("95 %");
        assertThat(last.tone()).isEqualTo("against");
        assertThat(EvidenceBar.of(List.of(PRIOR), chance(-3))).hasSize(1);
        assertThat(EvidenceBar.of(List.of(), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.05  | makes no odds
                    -0.09 | makes no odds
                    1     | 2.7 times likelier
                    -1    | 2.7 times unlikelier
                    4     | 55 times likelier
                    6.9   | 992 times likelier
                    -7    | over 1,000 times unlikelier
                    400   | over 1,000 times likelier
                    """)
    void weightsAreShownAsFactors(double weight, String says) {
        assertThat(EvidenceBar.of(List.of(new Evidence("LINK", "both", weight)), 0.5)
                        .get(0)
                        .says())
                .isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({
        "-5,one pair in 149",
        "-0.1,one pair in 2",
        "-20,'one pair in 485,165,196'",
        "0,'as likely as not, or likelier'"
    })
    void priorIsShownAsOnePairInN(double weight, String says) {
        assertThat(EvidenceBar.of(List.of(new Evidence("PRIOR", "", weight)), 0.5)
                        .get(0)
                        .says())
                .isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({
        "HANDLE_NAME,ann and bo,Handle and name,ann and bo",
        "EMAIL,both 1a2b,E-mail address,'the same, or part of it'",
        "PHONE,1a2b and 3c4d,Telephone number,different",
        "EMAIL_HASH,The same verified e-mail address (1a2b…),E-mail address,'the same, or part of it'",
        "PHONE_HASH,1a2b…,Telephone number,'the same, or part of it'",
        "ACCOUNT_ID,account 7 on x,Known by,account 7 on x",
        "PRIOR,whatever,Before anything is compared,of two picked at random",
        "SHOE_SIZE,both 43,Shoe size,both 43",
        "'',x,'',x",
    })
    void rulesAreShownInWords(String rule, String found, String what, String detail) {
        var bar = EvidenceBar.of(List.of(new Evidence(rule, found, 1)), 0.5).get(0);

        assertThat(bar.what()).isEqualTo(what);
        assertThat(bar.detail()).isEqualTo(detail);
    }

    @Test
    void hostileTextIsSanitized() {
        assertThat(HostileText.all())
                .allSatisfy(name -> assertThat(EvidenceBar.of(List.of(new Evidence("LINK", name, 1)), 0.5)
                                .get(0)
                                .detail())
                        .isNotBlank()
                        .hasSizeLessThan(200)
                        .doesNotContain("\u202E"));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
