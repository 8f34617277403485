package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.domain.store.ReviewRepository.ReviewPosition;
import io.rapport.identity.domain.withdrawal.BlockedContactService;
import io.rapport.identity.domain.withdrawal.UnionWithdrawal;
import io.rapport.identity.matching.outcome.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Matches a whole brand: learns its model, matches every record and clusters the matches into people. The index lock
 * is released between chunks, so that arriving handles are matched in between.
 */
public final class BrandRematch {

    /** The number of records matched while holding the index lock. */
    private static final int CHUNK = 200;

    private static final int PAGE = 500;

    private final SimilarityMatcher matcher;
    private final MatchApplier applier;
    private final RecordOwnerResolver owners;
    private final BrandMatchIndexes indexes;
    private final MatchingPolicyService policies;
    private final ReviewRepository reviews;
    private final BlockedContactService blockedContacts;

    public BrandRematch(
            SimilarityMatcher matcher,
            MatchApplier applier,
            RecordOwnerResolver owners,
            BrandMatchIndexes indexes,
            MatchingPolicyService policies,
            ReviewRepository reviews,
            BlockedContactService blockedContacts) {
        this.matcher = matcher;
        this.applier = applier;
        this.owners = owners;
        this.indexes = indexes;
        this.policies = policies;
        this.reviews = reviews;
        this.blockedContacts = blockedContacts;
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

    /** The brands whose records are due to be matched again. */
    public List<BrandKey> findDue() {
        return indexes.brands().stream()
                .filter(brand -> indexes.of(brand).checkRunDue())
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
        blockedContacts.enforce(brand, at);
        var index = indexes.of(brand);
        var waiting = index.newClients();
        index.learn();
        return run(new RematchScope(brand, merging, at, index.ids(), progress), waiting);
    }

    /**
     * Matches what waits to be matched with the whole brand: the new and changed client rows, and the handles that may belong to
     * them. A small brand, and one that has doubled, is matched as a whole by {@link #run}.
     *
     * @return whether the run completed
     * @throws NotPublishedException if the broker is unavailable; committed decisions are published later
     */
    public boolean runDue(BrandKey brand, boolean merging, Instant at, RematchProgress progress) {
        var index = indexes.of(brand);
        if (index.isWholeRunDue()) {
            return run(brand, merging, at, progress);
        }
        var waiting = index.newClients();
        var ids = Stream.concat(waiting.stream(), index.handlesNear(waiting).stream())
                .toList();
        return run(new RematchScope(brand, merging, at, ids, progress), waiting);
    }

    /** The records of a brand that a run matches. */
    private record RematchScope(
            BrandKey brand, boolean merging, Instant at, List<String> ids, RematchProgress progress) {

        boolean isContinued(int done) {
            return progress.report(done, ids.size());
        }
    }

    private boolean run(RematchScope run, List<String> waiting) {
        var brand = run.brand();
        var index = indexes.of(brand);
        var policy = policies.find(brand);
        var matches = new ArrayList<Match>();
        for (var from = 0; from < run.ids().size(); from += CHUNK) {
            if (!run.isContinued(from)) {
                return false;
            }
            var chunk = run.ids().subList(from, Math.min(run.ids().size(), from + CHUNK));
            matches.addAll(index.match(chunk, MatchingPolicyService.thresholds(policy)));
        }
        var people = recordsByPerson(brand, concerned(run.ids(), matches));
        index.remove(orphans(run.ids(), people.values()));
        var suggestedBefore = reviewsOf(brand, people.keySet());
        var resolution = index.resolve(matches, people.values());
        for (var found : List.of(resolution.merges(), resolution.reviews())) {
            for (var from = 0; from < found.size(); from += CHUNK) {
                if (!run.isContinued(run.ids().size())) {
                    return false;
                }
                var some = found.subList(from, Math.min(found.size(), from + CHUNK));
                applier.apply(run.merging() ? policy : MatchingPolicyService.withoutInference(policy), some, run.at());
            }
        }
        reviews.deleteOlder(brand, suggestedBefore, run.at());
        index.markMatched(waiting);
        run.isContinued(run.ids().size());
        return true;
    }

    private static List<String> concerned(List<String> ids, List<Match> matches) {
        return Stream.concat(ids.stream(), matches.stream().map(Match::other))
                .distinct()
                .toList();
    }

    /**
     * The suggestions about these people that a comparison made. They stay readable while the brand is matched; those that the run
     * does not renew are deleted at its end. Suggestions made meanwhile are not among them.
     */
    private Set<UUID> reviewsOf(BrandKey brand, Set<PersonKey> people) {
        var ids = new HashSet<UUID>();
        var page = reviews.findPage(brand, null, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(review -> !UnionWithdrawal.isReason(review))
                    .filter(review -> people.contains(review.pair().left())
                            || people.contains(review.pair().right()))
                    .forEach(review -> ids.add(review.id()));
            page = reviews.findPage(brand, ReviewPosition.of(page.get(page.size() - 1)), PAGE);
        }
        return ids;
    }

    /** Records that are no longer stored, for example because another instance erased them. */
    private static Collection<String> orphans(List<String> ids, Collection<List<String>> people) {
        var unowned = new HashSet<>(ids);
        people.forEach(records -> records.forEach(unowned::remove));
        return unowned;
    }

    /** The records of the owners of these records, those of the owners that are among the given ones. */
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
