package io.rapport.identity.web.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.PageTextRules;
import io.rapport.web.pages.PageLanguage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityPageTextsTest {

    private static final PageTextRules TEXTS =
            PageTextRules.of("identity/pages", "../web/src/main/resources/io/rapport/web/pages");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() {
        assertThat(TEXTS.differences()).isEmpty();
    }

    @Test
    void everyKeyIsKnownAndUsed() {
        assertThat(TEXTS.unknownKeys()).isEmpty();
        assertThat(TEXTS.unusedKeys()).isEmpty();
    }

    @Test
    void templatesHaveNoTextOfTheirOwn() {
        assertThat(TEXTS.hardCodedTexts(Set.of())).isEmpty();
    }

    @Test
    void rulesOfEvidenceHaveALabelInEachLanguage() {
        var rules =
                List.of("PRIOR", "HANDLE_NAME", "EMAIL_HASH", "ORGANISATION", "FAMILY_NAME", "CLIENT_LIST", "LIMIT");
        assertThat(rules.stream().map(EvidenceBar::label))
                .containsExactly(
                        "Before anything is compared",
                        "Handle and name",
                        "E-mail address",
                        "Organisation",
                        "Family name",
                        "Client list",
                        "What speaks against it");
        assertThat(rules.stream().map(rule -> PageLanguage.NORWEGIAN.call(() -> EvidenceBar.label(rule))))
                .contains("Før noe er sammenlignet", "E-postadresse", "Etternavn");
        assertThat(PageLanguage.NORWEGIAN.call(() -> DisplayFormat.percent(0.001)))
                .isEqualTo("under 1 %");
    }
}
