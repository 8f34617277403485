package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChangedBuilder;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RollingRorBuilder;
import io.rapport.contracts.score.RorSums;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.ReproductionNumber;
import io.rapport.contracts.sentiment.WindowSpread;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The figures of a person or brand without any engagement. */
public final class EmptyFigures {

    /** The balance of no engagements. */
    public static final AccountBalance ACCOUNTS = new AccountBalance(0, 0, 0, 0, 0, 0, 0, 0);

    private static final RorSums NO_SUMS = new RorSums(0, 0, null);

    private static final PolaritySpread NO_SPREAD =
            new PolaritySpread(0, 0, 0, new ReproductionNumber(null, null, null, 0, 0, false), null, null);

    private EmptyFigures() {}

    /** The relationship of a person without engagements. */
    public static RelationshipScoreChanged relationship(BrandKey brand, UUID person, LocalDate asOf) {
        return RelationshipScoreChangedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .asOf(asOf)
                .modelVersion("none")
                .reason(ChangeReason.UNKNOWN)
                .stage(Stage.STRANGER)
                .stageSince(asOf)
                .warmthClass(WarmthClass.COLD)
                .windows(List.of())
                .contributions(List.of())
                .sentiment(new SentimentSum(0, 0, 0, 0, 0, 0))
                .build();
    }

    /** A window without conversations. */
    public static ServiceWindow service(int window) {
        return new ServiceWindow(window, 0, 0, 0, 0, null, null, null, null);
    }

    /** A window without judged messages. */
    public static WindowSpread spread(int window) {
        return new WindowSpread(window, NO_SPREAD, NO_SPREAD, null, null);
    }

    /** A window without engagements. */
    public static RollingRor ror(int window) {
        return RollingRorBuilder.builder()
                .window(window)
                .previous(NO_SUMS)
                .stages(Map.of())
                .stageMoves(Map.of())
                .kinds(List.of())
                .build();
    }
}
