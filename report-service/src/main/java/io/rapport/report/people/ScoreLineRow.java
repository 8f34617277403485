package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.TenthsRounding;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a score on the person's page. The rounded points of all lines add up to the score that is shown.
 *
 * @param path of the engagements behind it; null for sentiment
 */
record ScoreLineRow(
        String what,
        String direction,
        String count,
        String know,
        String like,
        String trust,
        String strength,
        @Nullable String path) {

    private static final Comparator<Contribution> HIGHEST_FIRST = Comparator.comparing(Contribution::direction)
            .thenComparing(Comparator.comparingDouble(Contribution::strength).reversed())
            .thenComparing(Comparator.comparingLong(Contribution::count).reversed());

    static List<ScoreLineRow> of(RelationshipScoreChanged state, String personPath, AsOfDay asOf) {
        var day = BrandPageLink.asOf(asOf, "&");
        var lines = state.contributions().stream().sorted(HIGHEST_FIRST).toList();
        var sentiment = state.sentiment();
        var know = tenths(lines.stream().map(Contribution::know), 0);
        var like = tenths(lines.stream().map(Contribution::like), sentiment.like());
        var trust = tenths(lines.stream().map(Contribution::trust), 0);
        var strength = tenths(lines.stream().map(Contribution::strength), sentiment.strength());
        var shown = new ArrayList<ScoreLineRow>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            shown.add(new ScoreLineRow(
                    PageFormat.label(line.kind()),
                    line.direction() == Direction.INBOUND ? text("figure.they-to-us") : text("figure.we-to-them"),
                    PageFormat.count(line.count()),
                    know.get(i),
                    like.get(i),
                    trust.get(i),
                    strength.get(i),
                    personPath + "?direction=" + line.direction() + "&kind=" + line.kind() + day + "#timeline"));
        }
        var last = lines.size();
        if (sentiment.n() > 0) {
            shown.add(new ScoreLineRow(
                    text("score.sentiment"),
                    text("score.words"),
                    PageFormat.count(sentiment.n()),
                    know.get(last),
                    like.get(last),
                    trust.get(last),
                    strength.get(last),
                    null));
        }
        return shown;
    }

    private static List<String> tenths(Stream<Double> lines, double sentiment) {
        return TenthsRounding.of(Stream.concat(lines, Stream.of(sentiment)).toList()).stream()
                .map(PageFormat::number)
                .collect(Collectors.toList());
    }
}
