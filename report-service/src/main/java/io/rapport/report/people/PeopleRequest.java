package io.rapport.report.people;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.domain.identity.IdentityFilter;
import io.rapport.report.domain.identity.NameWords;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleFilter.Attendance;
import io.rapport.report.domain.people.PeopleFilter.AttendanceFilter;
import io.rapport.report.domain.people.PeopleFilter.FlagFilter;
import io.rapport.report.domain.people.PeopleFilter.LastSeenFilter;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.page.ListLink;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list of people.
 *
 * @param sort a field, with {@code -} before it for descending order; default {@code -strength}
 * @param stage one or several, separated by commas
 */
public record PeopleRequest(
        @Parameter(description = "strength, warmth, theyToUs or lastSeen; with - before it in descending order")
        @Nullable
        String sort,

        @Parameter(description = "STRANGER, KNOWS, LIKES, TRUSTS or ADVOCATE; several separated by commas") @Nullable
        String stage,

        @Parameter(description = "WARM, COOL or COLD") @Nullable
        String warmth,

        @Parameter(description = "true or false") @Nullable String cooling,
        @Parameter(description = "true or false") @Nullable String captive,
        @Parameter(description = "true or false") @Nullable String client,

        @Parameter(description = "true or false: whether the person waits for a reply") @Nullable
        String owed,

        @Parameter(description = "ANY, NEW, RETURNING, REVIVED, LAPSED or NONE, as the figures of the window count")
        @Nullable
        String seen,

        @Parameter(description = "7, 30 or 90 days, for seen; default 30") @Nullable
        String window,

        @Parameter(description = "a channel on which the person has a handle") @Nullable
        String channel,

        @Parameter(description = "yyyy-MM-dd: the last inbound engagement was on this day or later") @Nullable
        String seenSince,

        @Parameter(description = "yyyy-MM-dd: no inbound engagement on this day or later") @Nullable
        String notSeenSince,

        @Parameter(description = "the beginning of any word of the name or a handle, without accents or case") @Nullable
        String q,

        @Parameter(description = "yyyy-MM-dd; default is the brand's current day") @Nullable
        String asOf) {

    private static final int MAX_QUERY_LENGTH = 100;

    /** The link to the first page of the list that these parameters describe. */
    ListLink link(String brandPath) {
        return ListLink.people(brandPath)
                .with("q", q)
                .with("seen", seen)
                .with("window", window)
                .with("stage", stage)
                .with("warmth", warmth)
                .with("client", client)
                .with("captive", captive)
                .with("cooling", cooling)
                .with("owed", owed)
                .with("channel", channel)
                .with("seenSince", seenSince)
                .with("notSeenSince", notSeenSince)
                .with("sort", sort)
                .with("asOf", asOf);
    }

    PeopleSorting sorting() {
        return sort == null || sort.isBlank() ? PeopleSorting.STRONGEST : RequestParameters.parseSorting(sort);
    }

    PeopleFilter filter() {
        return PeopleFilter.EVERYONE
                .withStages(RequestParameters.parseEnums(Stage.class, "stage", stage))
                .withWarmth(warmthClasses())
                .withFlags(new FlagFilter(
                        RequestParameters.parseBoolean("cooling", cooling),
                        RequestParameters.parseBoolean("captive", captive),
                        RequestParameters.parseBoolean("client", client),
                        RequestParameters.parseBoolean("owed", owed)))
                .withDays(new LastSeenFilter(
                        RequestParameters.parseDay("seenSince", seenSince),
                        RequestParameters.parseDay("notSeenSince", notSeenSince)))
                .withAttendance(attendance())
                .withIdentity(
                        new IdentityFilter(words(), channel == null || channel.isBlank() ? null : channel.strip()));
    }

    private @Nullable AttendanceFilter attendance() {
        var days = RequestParameters.parseWindow(window == null || window.isBlank() ? "30" : window);
        var asked = RequestParameters.parseEnum(Attendance.class, "seen", seen);
        return asked == null ? null : new AttendanceFilter(asked, days);
    }

    private Set<WarmthClass> warmthClasses() {
        var asked = RequestParameters.parseEnum(WarmthClass.class, "warmth", warmth);
        return asked == null ? Set.of() : Set.of(asked);
    }

    private List<String> words() {
        if (q == null || q.isBlank()) {
            return List.of();
        }
        var words = q.length() > MAX_QUERY_LENGTH ? List.<String>of() : NameWords.of(q);
        if (words.isEmpty()) {
            throw Problem.invalid("q", "q has at least one letter or digit, and at most 100 characters.")
                    .asException();
        }
        return words;
    }
}
