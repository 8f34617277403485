package io.rapport.report.domain.tie;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.report.domain.AsOfDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ties between the people of brands. Saves are idempotent. */
public interface TieRepository {

    /** The two people of a tie, in either order. */
    record TiePair(UUID one, UUID other) {}

    /**
     * A position in the list of a person's ties.
     *
     * @param rank as {@link PersonTie#rank}
     */
    record TiePosition(double rank, UUID other) {}

    /** Saves states; of each pair, the one with the highest sequence is kept. */
    void saveNewer(Collection<RelationshipTieChanged> states);

    /** Deletes the ties of pairs. */
    void delete(BrandKey brand, Collection<TiePair> pairs);

    /** Deletes the ties of a person; returns how many there were. */
    long delete(BrandKey brand, UUID person);

    /**
     * The ties of a person on a day, strongest first.
     *
     * @param after null for the first page
     */
    List<PersonTie> findStrongest(BrandKey brand, AsOfDay asOf, UUID person, @Nullable TiePosition after, int limit);

    /** The strongest ties of several people on a day, strongest first. */
    List<PersonTie> findStrongest(BrandKey brand, AsOfDay asOf, Collection<UUID> people, int limit);

    /** Ties, as of the last day, in which the person referred the other on one of these days, latest first. */
    List<PersonTie> findReferrals(BrandKey brand, LocalDate from, LocalDate to, int limit);
}
