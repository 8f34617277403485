package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.channel.ConversionReport;
import io.rapport.report.month.view.MonthBuyer;
import io.rapport.report.month.view.MonthPerson;
import java.util.List;

/** The people who bought for the first time in a month, and those who stand where they stood before. */
public final class MonthConversions {

    private static final int MAX_PEOPLE = 50;
    /** The buyers whose contacts are read; the others are counted. */
    private static final int MAX_COMPARED = 100;

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

    ConversionReport.BuyersOfDays findBuyers(BrandKey brand, MonthScope scope) {
        return conversions.findBuyers(brand, scope.asOf(), scope.days(), MAX_COMPARED);
    }

    ConversionReport.ConversionsOfBrand compare(
            BrandKey brand, MonthScope scope, ConversionReport.BuyersOfDays buyers, MonthPeople people) {
        var candidates = people.of(MonthList.CANDIDATES).stream()
                .map(person -> person.state().person())
                .toList();
        return conversions.compare(brand, scope.asOf(), scope.days(), buyers, candidates);
    }

    /**
     * The lines of what was found.
     *
     * @param count the number of new buyers
     */
    static MonthBuyers lines(ConversionReport.ConversionsOfBrand found, long count, MonthLineMapper lines) {
        var names = found.people();
        var pattern = found.pattern();
        return new MonthBuyers(
                found.conversions().stream()
                        .limit(MAX_PEOPLE)
                        .map(each -> lines.becameClient(names.apply(each.person()), each))
                        .toList(),
                count,
                pattern == null
                        ? List.of()
                        : found.similar().stream()
                                .map(each -> lines.candidate(names.apply(each.person()), each, pattern))
                                .toList());
    }
}
