package io.rapport.report.domain.people;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.people.PeopleQuery.PeoplePosition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports on people: names and relationships. */
public final class PeopleReport {

    private static final int CHUNK = 500;

    /** Most candidates pass the filter. */
    private static final int CHUNK_OF_CANDIDATES = 100;

    private final RelationshipRepository relationships;
    private final PersonDirectory directory;
    private final PlaceRepository places;

    /**
     * A report on these repositories; either may know a person before the other does.
     *
     * @param places of the current day
     */
    public PeopleReport(RelationshipRepository relationships, PersonDirectory directory, PlaceRepository places) {
        this.relationships = relationships;
        this.directory = directory;
        this.places = places;
    }

    /** A person who contributes much of a sum. */
    public record NamedTopPerson(UUID person, String name, double amount, double share) {}

    /** A page of the brand's people. */
    public List<PersonInBrand> list(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        var filter = query.filter().identity();
        if (filter.isEmpty()) {
            return named(brand, asOf, relationships.listRanked(brand, asOf, query));
        }
        var candidates = directory.findCandidates(brand, filter);
        if (candidates.isPresent() && candidates.get().isEmpty()) {
            return List.of();
        }
        return listMatches(brand, asOf, query.withOnly(candidates.orElse(null)));
    }

    /** The number of people who pass a filter; empty if it is not known without listing them. */
    public OptionalLong count(BrandKey brand, AsOfDay asOf, PeopleFilter filter) {
        return filter.identity().isEmpty() && asOf.day() != null
                ? relationships.count(brand, asOf, filter)
                : OptionalLong.empty();
    }

    /** The people with these ids; after a merge the survivor, once; unknown ones are left out. */
    public List<PersonInBrand> findAll(BrandKey brand, AsOfDay asOf, Collection<UUID> ids) {
        var people = ids.stream()
                .map(directory.resolveSurvivors(brand, ids))
                .distinct()
                .toList();
        return ranked(brand, asOf, relationships.findAll(brand, asOf, people));
    }

    /** The relationships of these people, without their names; unknown ones are left out. */
    public Map<UUID, RelationshipScoreChanged> findStates(BrandKey brand, AsOfDay asOf, Collection<UUID> people) {
        return relationships.findAll(brand, asOf, people).stream()
                .collect(Collectors.toMap(RelationshipScoreChanged::person, Function.identity()));
    }

    /** Reads the list in chunks until enough people pass the filter by identity, which the repository does not know. */
    private List<PersonInBrand> listMatches(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        var matches = new ArrayList<PersonInBrand>();
        var position = query.after();
        var size = query.only() == null || !asOf.current() ? CHUNK : CHUNK_OF_CANDIDATES;
        Chunk chunk;
        do {
            chunk = read(brand, asOf, query.withPage(position, size));
            named(brand, asOf, chunk.people).stream()
                    .filter(person -> query.filter().identity().matches(person.known()))
                    .forEach(matches::add);
            position = chunk.last(position);
        } while (matches.size() < query.limit() && chunk.positions.size() == size);
        return matches.stream().limit(query.limit()).toList();
    }

    /** Reads a chunk; of people who are not candidates, only those with the words of the filter, where this is known before. */
    private Chunk read(BrandKey brand, AsOfDay asOf, PeopleQuery page) {
        var identity = page.filter().identity();
        var positions = page.only() == null && !identity.words().isEmpty()
                ? relationships.findPositions(brand, asOf, page)
                : Optional.<List<PeoplePosition>>empty();
        if (positions.isEmpty()) {
            var people = relationships.listRanked(brand, asOf, page);
            return new Chunk(
                    people.stream().map(each -> page.position(each.state())).toList(), people);
        }
        var ids = positions.get().stream().map(PeoplePosition::person).toList();
        var withWords = directory.findWithWords(brand, ids, identity);
        return new Chunk(
                positions.get(),
                withWords.isEmpty() ? List.of() : relationships.listRanked(brand, asOf, page.withOnly(withWords)));
    }

    /**
     * A part of a list.
     *
     * @param people those of the positions who may pass the filter
     */
    private record Chunk(List<PeoplePosition> positions, List<RankedRelationship> people) {

        @Nullable
        PeoplePosition last(@Nullable PeoplePosition before) {
            return positions.isEmpty() ? before : positions.get(positions.size() - 1);
        }
    }

    /** A page of the people who are owed a reply, longest waiting first. */
    public List<PersonInBrand> listOwed(BrandKey brand, AsOfDay asOf, RelationshipRepository.OwedQuery query) {
        return ranked(brand, asOf, relationships.findOwed(brand, asOf, query));
    }

    /** The person an id stands for: after a merge the survivor; empty if the id is unknown. */
    public Optional<PersonInBrand> find(BrandKey brand, AsOfDay asOf, UUID id) {
        var person = directory.resolveSurvivor(brand, id);
        var known = directory.find(brand, person);
        var state = relationships.find(brand, asOf, person);
        if (state.isEmpty() && !known.isKnown()) {
            return Optional.empty();
        }
        var shown = state.orElseGet(() -> EmptyFigures.relationship(brand, person, day(asOf, known)));
        var place = relationships.findPlace(brand, asOf, shown.strength());
        return Optional.of(new PersonInBrand(
                known, shown, place.isPresent() ? (Integer) place.getAsInt() : place(brand, asOf, shown)));
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

    /** A page of the people with the highest amounts on one side of a window, highest first, without those with 0. */
    public List<PersonInBrand> listTop(BrandKey brand, AsOfDay asOf, RelationshipRepository.TopQuery query) {
        return ranked(brand, asOf, relationships.findTop(brand, asOf, query));
    }

    private List<PersonInBrand> ranked(BrandKey brand, AsOfDay asOf, List<RelationshipScoreChanged> states) {
        return named(brand, asOf, states.stream().map(RankedRelationship::of).toList());
    }

    private List<PersonInBrand> named(BrandKey brand, AsOfDay asOf, List<RankedRelationship> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        var known = directory.findAll(
                brand, states.stream().map(each -> each.state().person()).toList());
        return states.stream()
                .map(each -> new PersonInBrand(
                        known.apply(each.state().person()),
                        each.state(),
                        each.top() == null ? place(brand, asOf, each.state()) : each.top()))
                .toList();
    }

    private @Nullable Integer place(BrandKey brand, AsOfDay asOf, RelationshipScoreChanged state) {
        return asOf.current() ? (Integer) places.findStrengths(brand).place(state.strength()) : null;
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
