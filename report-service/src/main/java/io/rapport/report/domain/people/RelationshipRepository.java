package io.rapport.report.domain.people;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleQuery.PeoplePosition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Current relationships, and those of earlier days. Saves are idempotent. */
public interface RelationshipRepository {

    /** Saves current states; of each person, the one with the highest sequence is kept. */
    void saveCurrent(Collection<RelationshipScoreChanged> states);

    /** Deletes current states; returns how many existed. */
    long deleteCurrent(BrandKey brand, Collection<UUID> people);

    /** Saves changes to the history; of each person and day, the one with the highest sequence is kept. */
    void saveHistory(Collection<RelationshipScoreChanged> changes);

    /** Deletes the history of people; returns how many days existed. */
    long deleteHistory(BrandKey brand, Collection<UUID> people);

    /** Passes a person's history on, oldest first. */
    void forEachInHistory(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each);

    /** A page of the brand's people. */
    List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay asOf, PeopleQuery query);

    /** A page of the brand's people, with the places that the repository computes. */
    default List<RankedRelationship> listRanked(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        return list(brand, asOf, query).stream().map(RankedRelationship::of).toList();
    }

    /** The positions of a page of the brand's people; empty if the repository does not know them without reading the people. */
    default Optional<List<PeoplePosition>> findPositions(BrandKey brand, AsOfDay asOf, PeopleQuery query) {
        return Optional.empty();
    }

    /** The number of people who pass a filter, by anything but their identity; empty if the repository does not count them. */
    default OptionalLong count(BrandKey brand, AsOfDay asOf, PeopleFilter filter) {
        return OptionalLong.empty();
    }

    /** The place of a strength on a day; empty if the repository does not compute it. */
    default OptionalInt findPlace(BrandKey brand, AsOfDay asOf, double strength) {
        return OptionalInt.empty();
    }

    /** One person's relationship. */
    Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay asOf, UUID person);

    /** The relationships of these people, in the order of the ids; unknown ones are left out. */
    List<RelationshipScoreChanged> findAll(BrandKey brand, AsOfDay asOf, Collection<UUID> people);

    /** The people with the highest amounts on one side of a window, highest first, without those with 0. */
    List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay asOf, TopQuery query);

    /** A page of the people who are owed a reply, longest waiting first. */
    List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay asOf, OwedQuery query);

    /**
     * A page of owed replies.
     *
     * @param after the last person of the previous page; null for the first page
     * @param limit the maximum number of people
     */
    record OwedQuery(@Nullable OwedPosition after, int limit) {

        /** The position of a person in the list: since when they have been waiting. */
        public record OwedPosition(Instant since, UUID person) {}
    }

    /**
     * The top of one side of a window.
     *
     * @param side of Return on Relationships
     * @param window days: 7, 30 or 90
     * @param after the last person of the previous page; null for the first page
     * @param limit the maximum number of people
     */
    record TopQuery(RorSide side, int window, @Nullable PeoplePosition after, int limit) {

        /** A query of the first page. */
        public TopQuery(RorSide side, int window, int limit) {
            this(side, window, null, limit);
        }
    }
}
