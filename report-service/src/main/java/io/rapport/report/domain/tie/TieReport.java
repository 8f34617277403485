package io.rapport.report.domain.tie;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleFilter.FlagFilter;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.tie.TieRepository.TiePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports on ties on any day: those of a person, possible introductions of the brand, and referrals. */
public final class TieReport {

    /** The maximum number of clients that are considered for introductions. */
    public static final int MAX_CLIENTS = 100;

    private static final int MAX_TIES = 1_000;
    private static final double HARDLY_KNOWN = 25;
    private static final Set<Stage> CLOSE = Set.of(Stage.TRUSTS, Stage.ADVOCATE);
    private static final PeopleSorting WEAKEST = new PeopleSorting(PeopleOrder.STRENGTH, false);

    private final TieRepository ties;
    private final PeopleReport people;

    /** A report on these ties and people. */
    public TieReport(TieRepository ties, PeopleReport people) {
        this.ties = ties;
        this.people = people;
    }

    /** A tie with the people it ties. */
    public record NamedTie(PersonInBrand person, PersonInBrand other, PersonTie tie) {}

    /** The ties of a person, strongest first. */
    public List<PersonTie> list(
            BrandKey brand, AsOfDay asOf, PersonInBrand person, @Nullable TiePosition after, int limit) {
        return ties.findStrongest(brand, asOf, person.state().person(), after, limit);
    }

    /** Names the other people of a person's ties; those without a relationship are left out. */
    public List<NamedTie> named(BrandKey brand, AsOfDay asOf, PersonInBrand person, List<PersonTie> found) {
        var others = byId(brand, asOf, found.stream().map(PersonTie::other).toList());
        return found.stream()
                .flatMap(tie ->
                        Stream.ofNullable(others.get(tie.other())).map(other -> new NamedTie(person, other, tie)))
                .toList();
    }

    /**
     * Introductions: clients who hardly know the brand, each with the person at {@code TRUSTS} or above who has the strongest tie
     * to them; strongest ties first. The 100 clients with the least strength are considered.
     *
     * @return ties whose {@code person} is the client and whose {@code other} could introduce the brand
     */
    public List<NamedTie> introductions(BrandKey brand, AsOfDay asOf, int limit) {
        var clients = PeopleFilter.EVERYONE.withFlags(new FlagFilter(null, null, true, null));
        var weakest = people.list(brand, asOf, new PeopleQuery(WEAKEST, clients, null, MAX_CLIENTS));
        return introductions(brand, asOf, weakest, limit);
    }

    /**
     * As {@link #introductions(BrandKey, AsOfDay, int)}, with clients that were read.
     *
     * @param clients those with the least strength
     */
    public List<NamedTie> introductions(BrandKey brand, AsOfDay asOf, List<PersonInBrand> clients, int limit) {
        var strangers = new LinkedHashMap<UUID, PersonInBrand>();
        clients.stream()
                .filter(client -> client.state().know() < HARDLY_KNOWN)
                .forEach(client -> strangers.put(client.state().person(), client));
        if (strangers.isEmpty()) {
            return List.of();
        }
        var found = ties.findStrongest(brand, asOf, strangers.keySet(), MAX_TIES);
        var others = byId(brand, asOf, found.stream().map(PersonTie::other).toList());
        var introduced = new HashSet<UUID>();
        var introductions = new ArrayList<NamedTie>();
        for (var tie : found) {
            var client = strangers.get(tie.person());
            var other = others.get(tie.other());
            if (client != null
                    && other != null
                    && CLOSE.contains(other.state().stage())
                    && introductions.size() < limit
                    && introduced.add(tie.person())) {
                introductions.add(new NamedTie(client, other, tie));
            }
        }
        return introductions;
    }

    /**
     * Referrals of some days, latest first: ties whose {@code person} referred the {@code other}.
     *
     * @param asOf the last of these days
     */
    public List<NamedTie> referrals(BrandKey brand, AsOfDay asOf, DayInterval days, int limit) {
        var found = ties.findReferrals(brand, days.from(), days.to(), limit);
        var known = byId(
                brand,
                asOf,
                found.stream()
                        .flatMap(tie -> Stream.of(tie.person(), tie.other()))
                        .toList());
        return found.stream()
                .flatMap(tie -> {
                    var person = known.get(tie.person());
                    var other = known.get(tie.other());
                    return person == null || other == null
                            ? Stream.<NamedTie>empty()
                            : Stream.of(new NamedTie(person, other, tie));
                })
                .toList();
    }

    private Map<UUID, PersonInBrand> byId(BrandKey brand, AsOfDay asOf, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, PersonInBrand>();
        people.findAll(brand, asOf, new HashSet<>(ids))
                .forEach(person -> found.put(person.state().person(), person));
        return found;
    }
}
