package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Selects the people who contribute most to one side of a window. */
public final class TopPeople {

    /** The maximum number of people. */
    public static final int MAX_PEOPLE = 5;

    private static final double HALF = 0.5;

    private TopPeople() {}

    /**
     * A person and their part of the sum.
     *
     * @param amount what was returned by or invested in the person
     * @param share of the brand's sum, 0 to 1
     */
    public record TopPerson(UUID person, double amount, double share) {}

    /** As many of these people, given in descending order, as make up half of the total; {@link #MAX_PEOPLE} at most. */
    public static List<TopPerson> of(
            List<RelationshipScoreChanged> largest, RelationshipRepository.TopQuery query, double total) {
        var top = new ArrayList<TopPerson>();
        var sum = 0.0;
        for (var state : largest) {
            if (top.size() == MAX_PEOPLE || sum >= HALF * total) {
                break;
            }
            var amount = query.side().amount(state, query.window());
            sum += amount;
            top.add(new TopPerson(state.person(), amount, Math.min(1, amount / total)));
        }
        return List.copyOf(top);
    }
}
