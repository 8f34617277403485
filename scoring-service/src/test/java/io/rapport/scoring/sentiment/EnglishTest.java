package io.rapport.scoring.sentiment;

import static io.rapport.scoring.sentiment.SentimentFixtures.ANALYSER;
import static io.rapport.scoring.sentiment.SentimentFixtures.polarity;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love this",
                "great service, thank you!",
                "can't wait for Friday",
                "I couldn't be happier with it",
                "no problem at all",
                "not bad at all",
                "you can't go wrong with these",
                "can't recommend this enough",
                "not only good but great",
                "best purchase ever <3",
                "works like a charm",
                "worth every penny",
            })
    void judgesPraisePositive(String text) {
        assertThat(polarity(text)).as(text).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I hate this",
                "this is not good",
                "I don't think it is good",
                "still waiting for an answer",
                "on hold for two hours",
                "I want a refund",
                "never again",
                "thanks for nothing",
                "what a waste of money",
                "it stopped working after a week",
                "not worth the money",
                "Your app keeps crashing",
                "they never replied to my mail",
                "I won't be back",
            })
    void judgesComplaintsNegative(String text) {
        assertThat(polarity(text)).as(text).isLessThan(-0.05);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Where is the shop?",
                "I have a question about my order",
                "the parcel is in the hall",
                "It looks like a table",
                "see https://example.org/great/love.html",
                "@lovely_awesome hello",
                "the meeting is at 10:30 (see page 8)",
            })
    void judgesFactsNeutral(String text) {
        assertThat(polarity(text)).as(text).isBetween(-0.05, 0.05);
    }

    @Test
    void negationInvertsAndWeakens() {
        assertThat(polarity("it is not good")).isNegative().isGreaterThan(-polarity("it is good"));
        assertThat(polarity("it is not terrible")).isPositive().isLessThan(-polarity("it is terrible"));
    }

    @Test
    void negationEndsWithTheSentenceAndTheClause() {
        assertThat(polarity("I did not call. Great phone")).isPositive();
        assertThat(polarity("it is not, great phone")).isPositive();
        assertThat(polarity("it is not the one I had before my holidays in Spain were great"))
                .isPositive();
    }

    @Test
    void degreesStrengthenAndWeaken() {
        assertThat(polarity("it is very good")).isGreaterThan(polarity("it is good"));
        assertThat(polarity("it is slightly good")).isLessThan(polarity("it is good"));
        assertThat(polarity("it is extremely bad")).isLessThan(polarity("it is bad"));
    }

    @Test
    void swearwordsStrengthenPraiseAndAreNegativeAlone() {
        assertThat(polarity("damn good coffee")).isGreaterThan(polarity("good coffee"));
        assertThat(polarity("damn")).isNegative();
    }

    @Test
    void termsAfterButCountMore() {
        assertThat(polarity("the food was great but the service was horrible")).isNegative();
        assertThat(polarity("the service was horrible but the food was great")).isPositive();
    }

    @Test
    void capitalsAmongOtherWordsElongationAndExclamationEmphasise() {
        assertThat(polarity("this is GREAT")).isGreaterThan(polarity("this is great"));
        assertThat(polarity("THIS IS GREAT")).isEqualTo(polarity("this is great"));
        assertThat(polarity("this is greeeeat")).isGreaterThan(polarity("this is great"));
        assertThat(polarity("this is great!!!")).isGreaterThan(polarity("this is great!"));
        assertThat(polarity("this is bad!!!")).isLessThan(polarity("this is bad"));
    }

    @Test
    void elongatedWordsAreFound() {
        assertThat(polarity("sooooo haaaappyyyyy")).isPositive();
        assertThat(polarity("baaaaad")).isNegative();
    }

    @Test
    void wishesAreWeaker() {
        assertThat(polarity("it would be great")).isLessThan(polarity("it is great"));
    }

    @Test
    void hashtagsAreSplitIntoWords() {
        assertThat(polarity("#NeverAgain")).isEqualTo(polarity("never again"));
    }

    @Test
    void emojiAndEmoticonsCount() {
        assertThat(polarity("the parcel \uD83D\uDE21")).isNegative();
        assertThat(polarity("the parcel \uD83D\uDE0D")).isPositive();
        assertThat(polarity("the parcel :)")).isPositive();
        assertThat(polarity("the parcel:-(")).isNegative();
        assertThat(polarity("the parcel &lt;3")).isPositive();
        assertThat(polarity("\uD83D\uDC4D\uD83C\uDFFD")).isEqualTo(polarity("\uD83D\uDC4D"));
    }

    @Test
    void repeatedEmojiCountLess() {
        double one = polarity("\uD83D\uDE0D");
        double two = polarity("\uD83D\uDE0D\uD83D\uDE0D");
        assertThat(two).isGreaterThan(one).isLessThan(polarity("\uD83D\uDE0D \uD83E\uDD29"));
    }

    @Test
    void sarcasmIsNotDetected() {
        assertThat(polarity("great, another delay, just wonderful")).isPositive();
    }

    @Test
    void listsReasonsStrongestFirst() {
        var judgement = ANALYSER.judge("The food was good, but I am NOT happy. Worst service, still waiting");

        assertThat(judgement.decidedBy())
                .containsExactly("worst service", "happy (negated)", "still waiting", "good (before a contrast)");
        assertThat(judgement.language()).isEqualTo(TextLanguage.ENGLISH);
    }

    @Test
    void confidenceGrowsWithTheNumberOfTerms() {
        double nothing = ANALYSER.judge("the parcel").confidence();
        double one = ANALYSER.judge("good").confidence();
        double both = ANALYSER.judge("good and bad").confidence();
        double much =
                ANALYSER.judge("excellent, wonderful, the best, I love it").confidence();

        assertThat(nothing).isLessThan(one);
        assertThat(both).isLessThan(one);
        assertThat(one).isLessThan(much);
    }
}
