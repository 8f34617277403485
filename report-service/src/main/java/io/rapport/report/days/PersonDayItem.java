package io.rapport.report.days;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Contribution;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.score.WindowSums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person on a day, as the scoring service answers; see {@link RelationshipScoreChanged} for the values.
 *
 * @param asOf null in a list of people of one day
 * @param top null if it was not computed
 * @param returned of the window of the request
 * @param invested of the window of the request
 * @param windows null in a list of people
 * @param contributions null in a list of people
 * @param sentiment null in a list of people
 */
record PersonDayItem(
        UUID person,
        @Nullable LocalDate asOf,
        double strength,
        double know,
        double like,
        double trust,
        @Nullable Integer top,
        Stage stage,
        LocalDate stageSince,
        double warmth,
        WarmthClass warmthClass,
        boolean cooling,
        double theyToUs,
        double usToThem,
        double reciprocity,
        boolean captive,
        boolean client,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        @Nullable LocalDate lastTouch,
        @Nullable Integer owed,
        @Nullable Instant owedSince,
        double returned,
        double invested,
        @Nullable List<WindowSums> windows,
        @Nullable List<Contribution> contributions,
        @Nullable SentimentSum sentiment) {

    private static final SentimentSum NO_SENTIMENT = new SentimentSum(0, 0, 0, 0, 0, 0);

    RelationshipScoreChanged toState(BrandKey brand, LocalDate day, String modelVersion, int window) {
        return RelationshipScoreChangedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .asOf(Objects.requireNonNullElse(asOf, day))
                .modelVersion(modelVersion)
                .reason(ChangeReason.UNKNOWN)
                .strength(strength)
                .know(know)
                .like(like)
                .trust(trust)
                .stage(stage)
                .stageSince(stageSince)
                .warmth(warmth)
                .warmthClass(warmthClass)
                .cooling(cooling)
                .theyToUs(theyToUs)
                .usToThem(usToThem)
                .reciprocity(reciprocity)
                .captive(captive)
                .client(client)
                .firstSeen(firstSeen)
                .lastSeen(lastSeen)
                .lastTouch(lastTouch)
                .windows(windows == null ? List.of(new WindowSums(window, returned, invested)) : windows)
                .contributions(contributions == null ? List.of() : contributions)
                .sentiment(sentiment == null ? NO_SENTIMENT : sentiment)
                .owed(owed)
                .owedSince(owedSince)
                .build();
    }
}
