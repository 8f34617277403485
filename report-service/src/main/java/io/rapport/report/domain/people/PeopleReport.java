package io.rapport.report.domain.people;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports on people: names and relationships. */
public final class PeopleReport {

    private final RelationshipRepository relationships;
    private final PersonDirectory directory;

    /** A report on these repositories; either may know a person before the other does. */
    public PeopleReport(RelationshipRepository relationships, PersonDirectory directory) {
        this.relationships = relationships;
        this.directory = directory;
    }

    /** A person who contributes much of a sum. */
    public record NamedTopPerson(UUID person, String name, double amount, double share) {}

    /** A page of the brand's people. */
    public List<PersonInBrand> list(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        return named(brand, relationships.list(brand, asOf, query));
    }

    /** A page of the people who are owed a reply, longest waiting first. */
    public List<PersonInBrand> listOwed(BrandKey brand, AsOfDay asOf, RelationshipRepository.OwedQuery query) {
        return named(brand, relationships.findOwed(brand, asOf, query));
    }

    /** The person an id stands for: after a merge the survivor; empty if the id is unknown. */
    public Optional<PersonInBrand> find(BrandKey brand, AsOfDay asOf, UUID id) {
        var person = directory.resolveSurvivor(brand, id);
        var known = directory.find(brand, person);
        var state = relationships.find(brand, asOf, person);
        if (state.isEmpty() && !known.isKnown()) {
            return Optional.empty();
        }
        return Optional.of(new PersonInBrand(
                known, state.orElseGet(() -> EmptyFigures.relationship(brand, person, day(asOf, known)))));
    }

    /**
     * The people who contribute most to one side of a window.
     *
     * @param total the brand's sum of that side
     */
    public List<NamedTopPerson> findTop(
            BrandKey brand, AsOfDay asOf, RelationshipRepository.TopQuery query, double total) {
        if (total <= 0) {
            return List.of();
        }
        var top = TopPeople.of(relationships.findTop(brand, asOf, query), query, total);
        var known = directory.findAll(
                brand, top.stream().map(TopPeople.TopPerson::person).toList());
        return top.stream()
                .map(each -> new NamedTopPerson(
                        each.person(), known.apply(each.person()).name(), each.amount(), each.share()))
                .toList();
    }

    private List<PersonInBrand> named(BrandKey brand, List<RelationshipScoreChanged> states) {
        var known = directory.findAll(
                brand, states.stream().map(RelationshipScoreChanged::person).toList());
        return states.stream()
                .map(state -> new PersonInBrand(known.apply(state.person()), state))
                .toList();
    }

    private static LocalDate day(AsOfDay asOf, KnownPerson known) {
        if (asOf.day() != null) {
            return asOf.day();
        }
        var profile = known.profile();
        return profile == null
                ? LocalDate.EPOCH
                : profile.since().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
