package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.channel.ConversionReport;
import io.rapport.report.month.view.MonthBuyer;
import io.rapport.report.month.view.MonthPerson;
import java.util.List;

/** The people who bought for the first time in a month, and those who stand where they stood before. */
public final class MonthConversions {

    private static final int MAX_PEOPLE = 50;

    private final ConversionReport conversions;

    /** Conversions of this report. */
    public MonthConversions(ConversionReport conversions) {
        this.conversions = conversions;
    }

    /**
     * The new buyers of a month.
     *
     * @param becameClients at most 50
     * @param count also of those that are left out
     */
    record MonthBuyers(List<MonthBuyer> becameClients, long count, List<MonthPerson> candidates) {}

    MonthBuyers find(BrandKey brand, MonthScope scope, MonthPeople people, MonthLineMapper lines) {
        var candidates = people.of(MonthList.CANDIDATES).stream()
                .map(person -> person.state().person())
                .toList();
        var found = conversions.find(brand, scope.asOf(), scope.days(), candidates);
        var names = found.people();
        var pattern = found.pattern();
        return new MonthBuyers(
                found.conversions().stream()
                        .limit(MAX_PEOPLE)
                        .map(each -> lines.becameClient(names.apply(each.person()), each))
                        .toList(),
                found.conversions().size(),
                pattern == null
                        ? List.of()
                        : found.similar().stream()
                                .map(each -> lines.candidate(names.apply(each.person()), each, pattern))
                                .toList());
    }
}
