package io.rapport.scoring.sentiment;

/** The analyser shared by the tests. */
final class SentimentFixtures {

    static final SentimentAnalyser ANALYSER = new SentimentAnalyser();

    private SentimentFixtures() {}

    static double polarity(String text) {
        return ANALYSER.judge(text).polarity();
    }
}
