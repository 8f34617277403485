package io.rapport.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.story.StoryKind;
import io.rapport.test.PageTextRules;
import io.rapport.web.pages.PageLanguage;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportPageTextsTest {

    private static final PageTextRules TEXTS =
            PageTextRules.of("report/pages", "../web/src/main/resources/io/rapport/web/pages");

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
        assertThat(TEXTS.hardCodedTexts(Set.of("PDF", "CSV", "XLSX"))).isEmpty();
    }

    @Test
    void everyValueHasALabelInEachLanguage() {
        for (var language : PageLanguage.values()) {
            assertThat(Stream.of(Stage.values(), WarmthClass.values(), EngagementKind.values(), StoryKind.values())
                            .flatMap(Arrays::stream)
                            .map(value -> language.call(() -> PageFormat.label((Enum<?>) value))))
                    .isNotEmpty()
                    .doesNotContain("");
            assertThat(Arrays.stream(EngagementKind.values())
                            .map(kind -> language.call(() -> PageFormat.counted(2, kind))))
                    .allMatch(text -> text.startsWith("2 ") || text.matches("\\D+"));
        }
    }

    @Test
    void alertsAreTranslatedSentenceBySentence() {
        var growth =
                "Negative word of mouth is growing: each negative message of the last 30 days led to 1.40 more within"
                        + " 48 hours (90 % interval 1.05 to 1.86, 1200 messages).";
        var alert =
                growth + " 12 people spread negative messages today; the mean of the previous 28 days is 3.2 per day"
                        + " (standard deviation 1.1).";

        assertThat(AlertText.of(alert)).isEqualTo(alert);
        assertThat(PageLanguage.NORWEGIAN.call(() -> AlertText.of(alert)))
                .contains("1,40 nye innen 48 timer")
                .contains("1\u00a0200 meldinger")
                .contains("12 personer spredte negative meldinger i dag")
                .doesNotContain("people");
        assertThat(PageLanguage.NORWEGIAN.call(() -> AlertText.of("Something new.")))
                .isEqualTo("Dårlig omtale er uvanlig: se på tallene.");
        assertThat(PageLanguage.NORWEGIAN.call(() -> AlertText.of(growth + " Something new.")))
                .isEqualTo("Dårlig omtale er uvanlig: se på tallene.");
        assertThat(AlertText.of("Something new.")).isEqualTo("Something new.");
    }
}
