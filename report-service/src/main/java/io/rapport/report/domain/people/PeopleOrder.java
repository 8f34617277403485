package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The fields people can be sorted by. */
public enum PeopleOrder {
    STRENGTH("strength", RelationshipScoreChanged::strength),
    WARMTH("warmth", RelationshipScoreChanged::warmth),
    THEY_TO_US("theyToUs", RelationshipScoreChanged::theyToUs),
    LAST_SEEN("lastSeen", PeopleOrder::lastSeenDay);

    private static final double NEVER = -1;

    private final String field;
    private final ToDoubleFunction<RelationshipScoreChanged> value;

    PeopleOrder(String field, ToDoubleFunction<RelationshipScoreChanged> value) {
        this.field = field;
        this.value = value;
    }

    /** The name of the field in requests. */
    public String field() {
        return field;
    }

    /** The value of a relationship in this order. */
    public double sortValue(RelationshipScoreChanged state) {
        return value.applyAsDouble(state);
    }

    /** The order by a field. */
    public static Optional<PeopleOrder> fromField(String field) {
        return Arrays.stream(values())
                .filter(order -> order.field.equals(field))
                .findFirst();
    }

    /** All fields, separated by commas. */
    public static String choices() {
        return Arrays.stream(values()).map(PeopleOrder::field).collect(Collectors.joining(", "));
    }

    private static double lastSeenDay(RelationshipScoreChanged state) {
        var lastSeen = state.lastSeen();
        return lastSeen == null ? NEVER : lastSeen.toEpochDay();
    }
}
