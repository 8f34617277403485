package io.rapport.report.month.document;

import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.month.view.MonthPerson;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.month.view.MonthViewBuilder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Months for tests. */
final class MonthFixture {

    private MonthFixture() {}

    /** A month in which these people went quiet and nothing else happened. */
    static MonthView quiet(List<MonthPerson> people) {
        var lists = new MonthView.MonthLists(List.of(), List.of(), people, List.of(), List.of(), List.of(), List.of());
        return MonthViewBuilder.builder()
                .agency("north")
                .brand("acme")
                .name("Acme")
                .month(YearMonth.of(2025, 5))
                .from(LocalDate.of(2025, 5, 1))
                .asOf(LocalDate.of(2025, 5, 31))
                .complete(true)
                .window(31)
                .modelVersion("standard-2")
                .summary(List.of("Nobody turned to Acme this month.", "Nobody waits."))
                .people(lists)
                .counts(Map.of())
                .introductions(List.of())
                .referrals(List.of())
                .becameClients(List.of())
                .candidates(List.of())
                .clients(List.of())
                .staff(List.of())
                .notifications(new MonthView.NotificationSources(null, null, List.of(), List.of()))
                .word(new MonthView.MonthWord(EmptyFigures.spread(31), List.of(), List.of()))
                .value(List.of())
                .service(EmptyFigures.service(31))
                .goals(List.of())
                .stories(List.of())
                .figures(new MonthView.MonthFigures(EmptyFigures.ror(31), null))
                .build();
    }
}
