package io.rapport.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.problem.Problem;
import org.junit.jupiter.api.Test;

class ProblemPageTest {

    @Test
    void aProblemIsShownAsItIsInEnglish() {
        assertThat(ProblemPage.of(Problem.invalid("text", "text has at most 500 characters.")))
                .isEqualTo(new ProblemPage("A parameter cannot be used", "text has at most 500 characters.", null));
    }

    @Test
    void aTranslatedProblemKeepsTheEnglishDetailThatItsTypeLeavesOut() {
        assertThat(norwegian(Problem.notFound()).title()).isEqualTo("Finnes ikke");
        assertThat(norwegian(Problem.notFound()).english()).isNull();
        assertThat(norwegian(Problem.invalid("text", "text has at most 500 characters.")))
                .isEqualTo(new ProblemPage(
                        "En opplysning kan ikke brukes",
                        "Rett «text», og prøv igjen.",
                        "text has at most 500 characters."));
    }

    private static ProblemPage norwegian(Problem problem) {
        return PageLanguage.NORWEGIAN.call(() -> ProblemPage.of(problem));
    }
}
