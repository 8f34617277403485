package io.rapport.report.month;

import io.rapport.contracts.score.Stage;
import io.rapport.report.days.PeriodQuery.ListQuery;
import io.rapport.report.domain.channel.ConversionReport;
import io.rapport.report.domain.people.PeopleFilter.Attendance;
import io.rapport.report.domain.tie.TieReport;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The lists of people that a month asks the scoring service for, in one question. */
enum MonthList {
    /** Seen for the first time. */
    NEW(seen(Attendance.NEW)),
    /** Seen in this month and in the one before. */
    RETURNING(seen(Attendance.RETURNING)),
    /** Seen again after at least a month of silence. */
    REVIVED(seen(Attendance.REVIVED)),
    /** Clients who were seen in the month before and not in this one. */
    LAPSED_CLIENTS(new ListQuery(Attendance.LAPSED, null, null, null, true, null, Sort.STRONGEST, Limits.PEOPLE)),
    /** Others who were seen in the month before and not in this one. */
    LAPSED_OTHERS(new ListQuery(Attendance.LAPSED, null, null, null, false, null, Sort.STRONGEST, Limits.PEOPLE)),
    /** Who gave most. */
    GIVERS(new ListQuery(Attendance.ANY, null, null, null, null, null, Sort.GIVING_MOST, Limits.GIVERS)),
    /** Captive people, those who gave most first. */
    CAPTIVE(new ListQuery(Attendance.ANY, null, null, true, null, null, Sort.GIVING_MOST, Limits.GIVERS)),
    /** Other people who were seen, those who gave most first. */
    RANDOM(new ListQuery(Attendance.ANY, null, null, false, null, null, Sort.GIVING_MOST, Limits.GIVERS)),
    /** The strongest advocates. */
    ADVOCATES(new ListQuery(null, null, Set.of(Stage.ADVOCATE), null, null, null, Sort.STRONGEST, Limits.GIVERS)),
    /** The client list. */
    CLIENTS(new ListQuery(null, null, null, null, true, null, Sort.STRONGEST, Limits.CLIENTS)),
    /** The clients with the least strength, who are considered for introductions. */
    WEAKEST_CLIENTS(new ListQuery(null, null, null, null, true, null, Sort.WEAKEST, TieReport.MAX_CLIENTS)),
    /** Who waits for an answer, longest first. */
    OWED(new ListQuery(null, null, null, null, null, true, Sort.LONGEST_WAITING, Limits.PEOPLE)),
    /** The strongest people with a positive message. */
    POSITIVE(new ListQuery(null, "POSITIVE", null, null, null, null, Sort.STRONGEST, Limits.GIVERS)),
    /** The strongest people with a negative message. */
    NEGATIVE(new ListQuery(null, "NEGATIVE", null, null, null, null, Sort.STRONGEST, Limits.GIVERS)),
    /** People off the client list who were seen, those who gave most first: they are compared with those who bought. */
    CANDIDATES(new ListQuery(
            Attendance.ANY, null, null, null, false, null, Sort.GIVING_MOST, ConversionReport.MAX_CANDIDATES));

    private final ListQuery query;

    MonthList(ListQuery query) {
        this.query = query;
    }

    private static final class Sort {
        static final String STRONGEST = "-strength";
        static final String WEAKEST = "strength";
        static final String GIVING_MOST = "-returned";
        static final String LONGEST_WAITING = "owedSince";
    }

    private static final class Limits {
        static final int PEOPLE = 50;
        static final int GIVERS = 20;
        static final int CLIENTS = 500;
    }

    /** The questions of all lists, in their order. */
    static List<ListQuery> queries() {
        return Arrays.stream(values()).map(list -> list.query).toList();
    }

    private static ListQuery seen(Attendance attendance) {
        return new ListQuery(attendance, null, null, null, null, null, Sort.STRONGEST, Limits.PEOPLE);
    }
}
