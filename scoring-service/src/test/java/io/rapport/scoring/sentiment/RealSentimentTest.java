package io.rapport.scoring.sentiment;

import static io.rapport.scoring.sentiment.SentimentFixtures.ANALYSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agreement of the analyser with the ratings of twenty people per text. */
@Tag("real-data")
class RealSentimentTest {

    private static final Path DATA =
            Path.of(Optional.ofNullable(System.getenv("RAPPORT_REAL_DATA")).orElse("../../shared/data"));
    private static final Path SPLIT = DATA.resolve("sentiment/vader/split");
    private static final double HUMANS_FIND_NEUTRAL = 0.2;

    private record Rated(double human, SentimentJudgement judgement) {
        boolean agrees() {
            return Math.abs(human) > HUMANS_FIND_NEUTRAL && human * judgement.polarity() > 0;
        }
    }

    @BeforeEach
    void requireData() {
        assumeThat(SPLIT).as("real data").exists();
    }

    @Test
    void agreesWithHumansOnTweets() throws IOException {
        assertThat(correlation(rated("tweets_shared_odd.tsv"))).isGreaterThan(0.885);
    }

    @Test
    void agreesWithHumansOnProductReviews() throws IOException {
        assertThat(correlation(rated("amazonReviewSnippets_shared_odd.tsv"))).isGreaterThan(0.60);
    }

    @Test
    void detectsEnglishTweets() throws IOException {
        var tweets = rated("tweets_shared_odd.tsv");

        assertThat(tweets)
                .filteredOn(rated -> rated.judgement().language() == TextLanguage.ENGLISH)
                .hasSizeGreaterThan(tweets.size() * 99 / 100);
    }

    @Test
    void accuracyGrowsWithConfidence() throws IOException {
        var tweets = rated("tweets_shared_odd.tsv");

        assertThat(agreement(tweets, 0.7, 1)).isGreaterThan(agreement(tweets, 0.4, 0.7) + 0.05);
        assertThat(agreement(tweets, 0.4, 0.7)).isGreaterThan(agreement(tweets, 0, 0.4) + 0.05);
    }

    private static List<Rated> rated(String file) throws IOException {
        try (var lines = Files.lines(SPLIT.resolve(file))) {
            return lines.map(line -> line.split("\t", 3))
                    .map(row -> new Rated(Double.parseDouble(row[1]), ANALYSER.judge(row[2])))
                    .toList();
        }
    }

    private static double agreement(List<Rated> all, double from, double to) {
        var some = all.stream()
                .filter(rated -> rated.judgement().confidence() >= from
                        && rated.judgement().confidence() < to)
                .toList();
        assertThat(some).hasSizeGreaterThan(50);
        return some.stream().filter(Rated::agrees).count() / (double) some.size();
    }

    private static double correlation(List<Rated> all) {
        double x = all.stream()
                .mapToDouble(rated -> rated.judgement().polarity())
                .average()
                .orElseThrow();
        double y = all.stream().mapToDouble(Rated::human).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (var rated : all) {
            double dx = rated.judgement().polarity() - x;
            double dy = rated.human() - y;
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }
        return xy / Math.sqrt(xx * yy);
    }
}
