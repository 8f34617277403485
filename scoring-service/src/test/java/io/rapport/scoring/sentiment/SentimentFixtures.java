package io.rapport.scoring.sentiment;

/** The one analyser the tests share: it is immutable. */
final class SentimentFixtures {

    static final SentimentAnalyser ANALYSER = new SentimentAnalyser();

    private SentimentFixtures() {}

    static double polarity(String text) {
        return ANALYSER.judge(text).polarity();
    }
}
