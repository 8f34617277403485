package io.rapport.identity.domain.similarity;

import io.rapport.identity.domain.outbox.IdentityEventPublisher;

import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.ReviewRepository;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.matching.outcome.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Matches a whole brand: learns its own chances, asks for every record whom it is like, and looks at whole people. Handles
 * that arrive meanwhile are matched in between.
 */
public final class BrandRematch {

    /** So many records are matched before others get their turn. */
    private static final int CHUNK = 200;

    private final SimilarityMatcher stitching;
    private final MatchingPolicyService policies;
    private final ReviewRepository reviews;

    public BrandRematch(SimilarityMatcher stitching, MatchingPolicyService policies, ReviewRepository reviews) {
        this.stitching = stitching;
        this.policies = policies;
        this.reviews = reviews;
    }

    /** Follows a run. */
    @FunctionalInterface
    public interface RematchProgress {

        /**
         * Told how far it is.
         *
         * @return whether to go on
         */
        boolean report(int done, int total);
    }

    /** The brands in which much has come that was not learnt from. */
    public List<BrandKey> findDue() {
        return stitching.brands().stream()
                .filter(brand -> stitching.index(brand).isLearningDue())
                .toList();
    }

    /**
     * Matches a brand.
     *
     * @param merging whether what is sure is merged; when not, it is suggested
     * @param at now
     * @return whether it came to its end
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away; what was decided is published later
     */
    public boolean run(BrandKey brand, boolean merging, Instant at, RematchProgress progress) {
        stitching.reload(brand);
        var index = stitching.index(brand);
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
                stitching.applier().apply(merging ? policy : MatchingPolicyService.withoutInference(policy), some, at);
            }
        }
        reviews.deleteOlder(brand, at);
        progress.report(ids.size(), ids.size());
        return true;
    }

    /** What is not stored any more: another instance may have erased it. */
    private static Collection<String> orphans(List<String> ids, Collection<List<String>> people) {
        var nobodys = new HashSet<>(ids);
        people.forEach(records -> records.forEach(nobodys::remove));
        return nobodys;
    }

    private Map<PersonKey, List<String>> recordsByPerson(BrandKey brand, List<String> ids) {
        var people = new HashMap<PersonKey, List<String>>();
        for (var from = 0; from < ids.size(); from += CHUNK) {
            Collection<String> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            stitching
                    .applier()
                    .owners()
                    .findOwners(brand, chunk)
                    .forEach((id, person) -> people.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(id));
        }
        return people;
    }
}
