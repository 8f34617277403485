package io.rapport.report.domain.goal;

import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The figures that a brand can set a goal for. */
public enum GoalFigure {
    /** Clients seen by clients, 0 to 1. */
    CLIENTS_SEEN_SHARE(
            "clientsSeenShare",
            "Clients seen",
            GoalUnit.SHARE,
            true,
            (ror, service) -> ror.clients() == 0 ? null : (Double) ((double) ror.clientsSeen() / ror.clients())),
    /** Return on Relationships. */
    ROR("ror", "Return on Relationships", GoalUnit.RATIO, true, (ror, service) -> ror.ror()),
    /** People seen. */
    SEEN("seen", "People seen", GoalUnit.COUNT, true, (ror, service) -> (double) ror.seen()),
    /** People seen for the first time. */
    NEW("new", "New people", GoalUnit.COUNT, true, (ror, service) -> (double) ror.newcomers()),
    /** Captive people by people seen, 0 to 1. */
    CAPTIVE_SHARE(
            "captiveShare", "Captive, of the people seen", GoalUnit.SHARE, true, (ror, service) -> ror.captiveShare()),
    /** Promotional by all outbound, 0 to 1; lower is better. */
    PROMOTIONAL_SHARE(
            "promotionalShare",
            "Promotional, of what the brand says",
            GoalUnit.SHARE,
            false,
            (ror, service) -> ror.promotionalShare()),
    /** Median time to answer in minutes; lower is better. */
    ANSWER_MINUTES(
            "answerMinutes",
            "Median time to answer",
            GoalUnit.MINUTES,
            false,
            (ror, service) -> service == null || service.medianSeconds() == null
                    ? null
                    : (Double) (service.medianSeconds() / GoalUnit.SECONDS_PER_MINUTE)),
    /** Answers within the brand's target by questions, 0 to 1. */
    ANSWERED_WITHIN_TARGET(
            "answeredWithinTarget",
            "Answered within the target",
            GoalUnit.SHARE,
            true,
            (ror, service) -> service == null ? null : service.withinTarget());

    private final String field;
    private final String label;
    private final GoalUnit unit;
    private final boolean higherIsBetter;
    private final BiFunction<RollingRor, @Nullable ServiceWindow, @Nullable Double> value;

    GoalFigure(
            String field,
            String label,
            GoalUnit unit,
            boolean higherIsBetter,
            BiFunction<RollingRor, @Nullable ServiceWindow, @Nullable Double> value) {
        this.field = field;
        this.label = label;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.value = value;
    }

    /** The unit of a figure, with its largest target. */
    public enum GoalUnit {
        /** 0 to 1. */
        SHARE(1),
        /** A ratio. */
        RATIO(1_000),
        /** A number of people. */
        COUNT(1_000_000_000),
        /** Minutes. */
        MINUTES(525_600);

        static final int SECONDS_PER_MINUTE = 60;

        private final double maximum;

        GoalUnit(double maximum) {
            this.maximum = maximum;
        }

        /** The largest target. */
        public double maximum() {
            return maximum;
        }
    }

    /** The name in requests and events. */
    public String field() {
        return field;
    }

    /** The name to show. */
    public String label() {
        return label;
    }

    /** The unit of values and targets. */
    public GoalUnit unit() {
        return unit;
    }

    /** Whether a goal is reached from its target up, else from its target down. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** The value of a window; null if it is not measurable. */
    public @Nullable Double of(RollingRor ror, @Nullable ServiceWindow service) {
        return value.apply(ror, service);
    }

    /** The figure of a name; empty for an unknown one. */
    public static Optional<GoalFigure> fromField(String field) {
        return Arrays.stream(values())
                .filter(figure -> figure.field.equals(field))
                .findFirst();
    }
}
