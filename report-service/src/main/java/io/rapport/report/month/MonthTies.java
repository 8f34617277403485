package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.domain.tie.TieReport.NamedTie;
import io.rapport.report.month.view.MonthIntroduction;
import io.rapport.report.month.view.MonthReferral;
import io.rapport.report.tie.TieReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The introductions that are possible in a month, and its referrals. */
public final class MonthTies {

    private static final int MAX_INTRODUCTIONS = 20;
    private static final int MAX_REFERRALS = 200;

    private final TieReport ties;

    /** Ties of this report. */
    public MonthTies(TieReport ties) {
        this.ties = ties;
    }

    /** Clients who hardly know the brand, each with the person who could introduce it. */
    List<MonthIntroduction> introductions(BrandKey brand, MonthScope scope, MonthPeople people, MonthLineMapper lines) {
        return ties.introductions(brand, scope.asOf(), people.of(MonthList.WEAKEST_CLIENTS), MAX_INTRODUCTIONS).stream()
                .map(named -> lines.introduction(
                        named.person(),
                        named.other(),
                        TieReason.of(named.tie(), named.person().name())))
                .toList();
    }

    /** The people who referred others in the month and were not referred in it themselves, with those they brought. */
    List<MonthReferral> referrals(BrandKey brand, MonthScope scope, MonthLineMapper lines) {
        var found = ties.referrals(brand, scope.asOf(), scope.days(), MAX_REFERRALS);
        var byReferrer = new LinkedHashMap<UUID, List<NamedTie>>();
        found.forEach(named -> byReferrer
                .computeIfAbsent(id(named.person()), person -> new ArrayList<>())
                .add(named));
        var brought = found.stream().map(named -> id(named.other())).collect(Collectors.toSet());
        var seen = new HashSet<UUID>();
        var trees = new ArrayList<MonthReferral>();
        // First those who were not referred; the rest refer each other in circles.
        for (var isRoot : List.of(true, false)) {
            for (var each : byReferrer.values()) {
                var person = each.get(0).person();
                if (isRoot != brought.contains(id(person)) && !seen.contains(id(person))) {
                    trees.add(tree(person, byReferrer, seen, lines));
                }
            }
        }
        return List.copyOf(trees);
    }

    private static MonthReferral tree(
            PersonInBrand person, Map<UUID, List<NamedTie>> byReferrer, Set<UUID> seen, MonthLineMapper lines) {
        seen.add(id(person));
        var branches = new ArrayList<MonthReferral>();
        for (var each : byReferrer.getOrDefault(id(person), List.of())) {
            if (!seen.contains(id(each.other()))) {
                branches.add(tree(each.other(), byReferrer, seen, lines));
            }
        }
        return new MonthReferral(lines.referral(person, branches), List.copyOf(branches));
    }

    private static UUID id(PersonInBrand person) {
        return person.state().person();
    }
}
