package io.rapport.scoring.sentiment;

import static io.rapport.scoring.sentiment.SentimentFixtures.ANALYSER;
import static io.rapport.scoring.sentiment.SentimentFixtures.polarity;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private static final int LONG = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** CPU time limit, far above linear work; quadratic work would take minutes. */
    private static final Duration MOST = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good ",
                "not ",
                "a",
                "aB",
                "!",
                "&",
                "&a",
                "http",
                "http ",
                "@",
                "#",
                "#aB",
                ":",
                ":(",
                "'",
                "a'",
                "\u0301",
                "\u200B",
                "\uD83D",
                "\uDE21",
                "\uD83D\uDE21",
                "\u202Eabc ",
                "but ",
                "very ",
                "no longer ",
                "<script>",
                "\n",
                "å",
                "kjempe",
                "still waiting "
            })
    void aLongTextTakesLinearTime(String part) {
        var text = part.repeat(LONG / part.length());

        var before = THREADS.getCurrentThreadCpuTime();

        var judgement = ANALYSER.judge(text);

        assertThat(THREADS.getCurrentThreadCpuTime() - before).isLessThan(MOST.toNanos());
        assertThat(judgement.polarity()).isBetween(-1.0, 1.0);
        assertThat(judgement.decidedBy()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void repeatedDegreesStayBounded() {
        assertThat(polarity("very ".repeat(1000) + "good")).isBetween(polarity("table ".repeat(1000) + "good"), 1.0);
        assertThat(polarity("slightly ".repeat(1000) + "good"))
                .isBetween(0.0, polarity("table ".repeat(1000) + "good"));
    }

    @Test
    void markupIsIgnored() {
        assertThat(polarity("<script>alert('great')</script> terrible")).isBetween(-1.0, 1.0);
        assertThat(ANALYSER.judge("<script>alert(1)</script>").decidedBy()).isEmpty();
    }

    @Test
    void unpairedSurrogatesAreSkipped() {
        assertThat(polarity("good \uD83D day")).isEqualTo(polarity("good day"));
        assertThat(polarity("good\uDE21 day")).isEqualTo(polarity("good day"));
    }

    @Test
    void rightToLeftTextKeepsItsEmoji() {
        assertThat(polarity("\u202Eمرحبا\u202C \uD83D\uDE0D")).isPositive();
    }

    @Test
    void invisibleCharactersDoNotCount() {
        assertThat(ANALYSER.judge("I ha\u200Bte th\u00ADis\uFEFF")).isEqualTo(ANALYSER.judge("I hate this"));
    }

    @Test
    void reasonsAreLexiconTermsAndNeverTheText() {
        var reasons = ANALYSER.judge("my SECRET number is 12345, wonderfuuuul <script>")
                .decidedBy();

        assertThat(reasons).containsExactly("wonderful (drawn out)");
    }
}
