package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.report.days.PeriodReport;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RankedRelationship;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The people of a month by list, with their names and handles, which are read at once. */
final class MonthPeople {

    private final BrandKey brand;
    private final Map<MonthList, List<PersonInBrand>> people = new EnumMap<>(MonthList.class);
    private final Map<MonthList, Long> counts = new EnumMap<>(MonthList.class);
    private final Function<UUID, KnownPerson> known;

    private MonthPeople(BrandKey brand, List<PeriodReport.PersonList> lists, Function<UUID, KnownPerson> known) {
        this.brand = brand;
        this.known = known;
        var answers = lists.iterator();
        for (var list : MonthList.values()) {
            var found = answers.next();
            people.put(list, found.people().stream().map(this::named).toList());
            counts.put(list, found.count());
        }
    }

    /**
     * The people of an answer.
     *
     * @param further people whose names are needed as well
     */
    static MonthPeople of(
            BrandKey brand, List<PeriodReport.PersonList> lists, Collection<UUID> further, PersonDirectory directory) {
        var ids = new HashSet<>(further);
        lists.forEach(list -> list.people().forEach(each -> ids.add(each.state().person())));
        return new MonthPeople(brand, lists, directory.findAll(brand, ids));
    }

    List<PersonInBrand> of(MonthList list) {
        return Objects.requireNonNull(people.get(list), "Every list is answered");
    }

    /** The number of people of a list, also of those that it leaves out. */
    long count(MonthList list) {
        return Objects.requireNonNull(counts.get(list), "Every list is answered");
    }

    KnownPerson known(UUID person) {
        return known.apply(person);
    }

    /** The handles of the people of some lists. */
    List<HandleKey> handles(MonthList... lists) {
        return Stream.of(lists)
                .flatMap(list -> of(list).stream())
                .flatMap(person -> person.known().handleKeys(brand).stream())
                .distinct()
                .toList();
    }

    private PersonInBrand named(RankedRelationship each) {
        return new PersonInBrand(known.apply(each.state().person()), each.state(), each.top());
    }
}
