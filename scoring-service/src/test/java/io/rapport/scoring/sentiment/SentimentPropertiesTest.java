package io.rapport.scoring.sentiment;

import static io.rapport.scoring.sentiment.SentimentFixtures.ANALYSER;
import static io.rapport.scoring.sentiment.SentimentFixtures.polarity;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SentimentPropertiesTest {

    private static final List<String> WORDS = List.of(
            "good",
            "bad",
            "not",
            "very",
            "slightly",
            "but",
            "never",
            "great",
            "the",
            "service",
            "refund",
            "again",
            "waiting",
            "still",
            "love",
            "hate",
            "would",
            "no",
            "problem",
            "phone",
            "and",
            "it",
            "is",
            "was",
            "enough",
            "damn",
            "pretty");
    private static final List<String> SIGNS =
            List.of(".", ",", "!", "?", "\uD83D\uDE21", "\uD83D\uDE0D", ":)", ":(", "\n", "#", "@");
    private static final List<String> NEUTRAL = List.of("table", "parcel", "window", "tuesday", "october", "street");

    @Property
    void polarityAndConfidenceAreBounded(@ForAll String text, @ForAll TextLanguage language) {
        for (var judgement : List.of(ANALYSER.judge(text), ANALYSER.judge(text, language))) {
            assertThat(judgement.polarity()).isBetween(-1.0, 1.0);
            assertThat(judgement.confidence()).isBetween(0.0, 1.0);
        }
    }

    @Property
    void isDeterministic(@ForAll("texts") String text) {
        assertThat(new String(text.toCharArray()))
                .satisfies(copy -> assertThat(ANALYSER.judge(copy)).isEqualTo(ANALYSER.judge(text)));
    }

    @Property
    void neutralWordsAfterwardsKeepTheSign(@ForAll("texts") String text, @ForAll("neutral") List<String> neutral) {
        var longer = text + " " + String.join(" ", neutral);

        assertThat(Math.signum(judged(longer))).isEqualTo(Math.signum(judged(text)));
    }

    @Property
    void thereAreReasonsExactlyIfThereIsPolarity(@ForAll("texts") String text) {
        var judgement = ANALYSER.judge(text, TextLanguage.ENGLISH);

        if (judgement.polarity() != 0) {
            assertThat(judgement.decidedBy()).isNotEmpty();
        }
    }

    @Property
    void textInCapitalsEqualsTextInLowerCase(@ForAll("texts") String text) {
        assertThat(polarity(text.toUpperCase(Locale.ROOT))).isEqualTo(polarity(text));
    }

    @Property
    void theWidthOfSpacesDoesNotMatter(@ForAll("texts") String text) {
        assertThat(ANALYSER.judge("  " + text.replace(" ", " \t ") + " ")).isEqualTo(ANALYSER.judge(text));
    }

    @Property
    void invisibleCharactersDoNotMatter(@ForAll("texts") String text, @ForAll int place) {
        int at = Math.floorMod(place, text.length() + 1);

        assertThat(ANALYSER.judge(text.substring(0, at) + "\u200B" + text.substring(at)))
                .isEqualTo(ANALYSER.judge(text));
    }

    private static double judged(String text) {
        return ANALYSER.judge(text, TextLanguage.ENGLISH).polarity();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS)
                .list()
                .ofMaxSize(12)
                .flatMap(words -> Arbitraries.of(SIGNS)
                        .list()
                        .ofMaxSize(2)
                        .map(signs -> String.join(" ", words) + " " + String.join(" ", signs)));
    }

    @Provide
    Arbitrary<List<String>> neutral() {
        return Arbitraries.of(NEUTRAL).list().ofMinSize(1).ofMaxSize(30);
    }
}
