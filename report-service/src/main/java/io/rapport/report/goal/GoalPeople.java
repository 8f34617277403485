package io.rapport.report.goal;

import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.page.ListLink;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lists of the people and questions that goals are about.
 *
 * @param brandPath of the brand's page
 * @param from null for the last 30 days
 * @param to null for the last 30 days
 */
record GoalPeople(
        String brandPath,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** The path of what a figure counts. */
    String counted(GoalFigure figure) {
        return switch (figure) {
            case CLIENTS_SEEN_SHARE -> seen("any").with("client", true).href();
            case ROR -> ror("returned");
            case SEEN -> seen("any").href();
            // The new ones of other days than a window are not listed apart.
            case NEW -> seen("new").href();
            case CAPTIVE_SHARE -> seen("any").with("captive", true).href();
            case ANSWER_MINUTES, ANSWERED_WITHIN_TARGET ->
                days(ListLink.channelPeople(brandPath).answers()).href();
            case PROMOTIONAL_SHARE -> days(ListLink.outbound(brandPath)).href();
        };
    }

    /** The path of the people that a figure is about and does not count; empty where there are none. */
    Optional<String> others(GoalFigure figure) {
        return switch (figure) {
            case CLIENTS_SEEN_SHARE ->
                Optional.of(seen("none").with("client", true).href());
            case ROR -> Optional.of(ror("invested"));
            case ANSWER_MINUTES, ANSWERED_WITHIN_TARGET ->
                Optional.of(new ListLink(brandPath + "/service", Map.of())
                        .with("asOf", to)
                        .href());
            case SEEN, NEW, CAPTIVE_SHARE, PROMOTIONAL_SHARE -> Optional.empty();
        };
    }

    private ListLink seen(String attendance) {
        var people = ListLink.people(brandPath);
        return from == null
                ? people.with("seen", attendance).with("window", GoalHandler.WINDOW)
                : people.with("asOf", to).with(attendance.equals("none") ? "notSeenSince" : "seenSince", from);
    }

    private String ror(String side) {
        return ListLink.ror(brandPath, side)
                .with("window", from == null ? GoalHandler.WINDOW : null)
                .with("from", from)
                .with("asOf", to)
                .href();
    }

    private ListLink days(ListLink list) {
        return from == null || to == null
                ? list
                : list.ofDays(to, Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1);
    }
}
