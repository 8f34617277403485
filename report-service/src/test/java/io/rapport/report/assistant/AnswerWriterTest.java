package io.rapport.report.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.messaging.json.Json;
import io.rapport.web.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {

    @Test
    void textsLoseHiddenCharactersAndKeepThoseOfLanguagesAndEmoji() {
        var family = "\uD83D\uDC68\u200D\uD83D\uDC69";
        var hidden = "a\u202Eb\u200Bc\uDB40\uDC49\uDB40\uDC67\uFE0Fd\u0000e\nf \u0645\u06CC\u200C\u0631\u0648\u0645 "
                + family;

        assertThat(AnswerWriter.write(Map.of("name", hidden)).get("answer"))
                .isEqualTo(Map.of("name", "abc\uFE0Fde\nf \u0645\u06CC\u200C\u0631\u0648\u0645 " + family));
    }

    @Test
    void longTextsAreCutAndLargeAnswersRefused() {
        var answer = AnswerWriter.write(List.of("x".repeat(5_000)));
        assertThat(answer.get("answer").toString()).hasSize(2_003).endsWith("…]");

        var large = Map.of("items", Collections.nCopies(200, "x".repeat(2_000)));
        assertThatThrownBy(() -> AnswerWriter.write(large))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail()).contains("limit"));
    }

    @Test
    void shortenedListsReportWhatTheyLeaveOut() {
        var month = Json.mapper().readTree("{\"people\": [{\"of\": [1, 2, 3]}, 2, 3], \"name\": \"May\"}");

        assertThat(AnswerWriter.shorten(month, 2))
                .isEqualTo(Json.mapper()
                        .readTree("{\"people\": [{\"of\": [1, 2], \"ofLeftOut\": 1}, 2], \"peopleLeftOut\": 1,"
                                + " \"name\": \"May\"}"));
    }
}
