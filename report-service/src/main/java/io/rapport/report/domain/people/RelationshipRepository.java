package io.rapport.report.domain.people;

import io.rapport.report.domain.AsOfDay;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Relationships as they are, and as they were on earlier days. Taking the same in twice, or late, changes nothing. */
public interface RelationshipRepository {

    /** Takes current states in; of each person the newest stays. */
    void saveCurrent(BrandKey brand, Collection<RelationshipScoreChanged> states);

    /** Forgets the current state of people who have nothing left; how many there were. */
    long deleteCurrent(BrandKey brand, Collection<UUID> people);

    /** Takes changes into the history; of each person and day the newest stays, until the day of the next change. */
    void saveHistory(BrandKey brand, Collection<RelationshipScoreChanged> changes);

    /** Forgets the history of people; how many days there were. */
    long deleteHistory(BrandKey brand, Collection<UUID> people);

    /** A person's history, oldest first. */
    void forEachInHistory(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each);

    /** A stretch of the brand's people. */
    List<RelationshipScoreChanged> list(BrandKey brand, AsOfDay moment, PeopleQuery query);

    /** One person's relationship. */
    Optional<RelationshipScoreChanged> find(BrandKey brand, AsOfDay moment, UUID person);

    /** The people who make up most of one side of a window, largest first; none of them with nothing. */
    List<RelationshipScoreChanged> findTop(BrandKey brand, AsOfDay moment, TopQuery query);

    /** A stretch of the people who wait for an answer, longest waiting first. */
    List<RelationshipScoreChanged> findOwed(BrandKey brand, AsOfDay moment, OwedQuery query);

    /**
     * @param after the last person of the stretch before; null for the beginning
     * @param limit the most people to return
     */
    record OwedQuery(@Nullable Place after, int limit) {

        /** Since when a person has been waiting. */
        public record Place(Instant since, UUID person) {}
    }

    /**
     * @param side of Return on Relationships
     * @param window days: 7, 30 or 90
     * @param limit the most people to return
     */
    record TopQuery(RorSide side, int window, int limit) {}
}
