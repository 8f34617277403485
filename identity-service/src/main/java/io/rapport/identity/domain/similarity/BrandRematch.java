package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.matching.outcome.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Matches a whole brand: learns its model, matches every record and clusters the matches into people. The index lock
 * is released between chunks, so that arriving handles are matched in between.
 */
public final class BrandRematch {

    /** The number of records matched while holding the index lock. */
    private static final int CHUNK = 200;

    private final SimilarityMatcher matcher;
    private final MatchApplier applier;
    private final RecordOwnerResolver owners;
    private final BrandMatchIndexes indexes;
    private final MatchingPolicyService policies;
    private final ReviewRepository reviews;

    public BrandRematch(
            SimilarityMatcher matcher,
            MatchApplier applier,
            RecordOwnerResolver owners,
            BrandMatchIndexes indexes,
            MatchingPolicyService policies,
            ReviewRepository reviews) {
        this.matcher = matcher;
        this.applier = applier;
        this.owners = owners;
        this.indexes = indexes;
        this.policies = policies;
        this.reviews = reviews;
    }

    /** Receives the progress of a run. */
    @FunctionalInterface
    public interface RematchProgress {

        /**
         * Reports the progress.
         *
         * @return whether to continue
         */
        boolean report(int done, int total);
    }

    /** The brands whose models are due to be learned again. */
    public List<BrandKey> findDue() {
        return indexes.brands().stream()
                .filter(brand -> indexes.of(brand).checkLearningDue())
                .toList();
    }

    /**
     * Matches a brand.
     *
     * @param merging whether automatic merges are made; if not, they become suggestions
     * @param at the time of the resulting changes
     * @return whether the run completed
     * @throws NotPublishedException if the broker is unavailable; committed decisions are published later
     */
    public boolean run(BrandKey brand, boolean merging, Instant at, RematchProgress progress) {
        matcher.reload(brand);
        var index = indexes.of(brand);
        index.learn();
        var policy = policies.find(brand);
        var ids = index.ids();
        var matches = new ArrayList<Match>();
        for (var from = 0; from < ids.size(); from += CHUNK) {
            if (!progress.report(from, ids.size())) {
                return false;
            }
            var chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            matches.addAll(index.match(chunk, MatchingPolicyService.thresholds(policy)));
        }
        var people = recordsByPerson(brand, ids);
        index.remove(orphans(ids, people.values()));
        var resolution = index.resolve(matches, people.values());
        for (var found : List.of(resolution.merges(), resolution.reviews())) {
            for (var from = 0; from < found.size(); from += CHUNK) {
                if (!progress.report(ids.size(), ids.size())) {
                    return false;
                }
                var some = found.subList(from, Math.min(found.size(), from + CHUNK));
                applier.apply(merging ? policy : MatchingPolicyService.withoutInference(policy), some, at);
            }
        }
        reviews.deleteOlder(brand, at);
        progress.report(ids.size(), ids.size());
        return true;
    }

    /** Records that are no longer stored, for example because another instance erased them. */
    private static Collection<String> orphans(List<String> ids, Collection<List<String>> people) {
        var unowned = new HashSet<>(ids);
        people.forEach(records -> records.forEach(unowned::remove));
        return unowned;
    }

    private Map<PersonKey, List<String>> recordsByPerson(BrandKey brand, List<String> ids) {
        var people = new HashMap<PersonKey, List<String>>();
        for (var from = 0; from < ids.size(); from += CHUNK) {
            Collection<String> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            owners.findOwners(brand, chunk)
                    .forEach((id, person) -> people.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(id));
        }
        return people;
    }
}
