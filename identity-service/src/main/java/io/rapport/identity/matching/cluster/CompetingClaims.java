package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchClassifier;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resolves competing claims of several clients to one handle, after the brand has been clustered. A client who has another handle on the
 * same channel, or is first suggested for one, ranks lower.
 */
final class CompetingClaims {

    private final CandidateScorer scorer;
    private final MatchClassifier classifier;
    private final Function<String, List<NormalizedRecord>> clusters;

    /** By client cluster and channel: the clusters whose handles occupy the client's place on that channel. */
    private final Map<String, Map<String, Set<String>>> reservedBy = new HashMap<>();

    private record Claim(NormalizedRecord handle, NormalizedRecord client, Match match) {}

    /**
     * Creates the resolver.
     *
     * @param clusters returns the cluster of a record id
     */
    CompetingClaims(
            CandidateScorer scorer, MatchClassifier classifier, Function<String, List<NormalizedRecord>> clusters) {
        this.scorer = scorer;
        this.classifier = classifier;
        this.clusters = clusters;
    }

    /** Returns the matches for review, best first, with competing claims resolved. */
    List<Match> resolve(List<Match> open) {
        List<Match> suggested = new ArrayList<>();
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        for (Match match : open.stream().sorted(Match.BEST_FIRST).toList()) {
            Claim claim = claim(match);
            if (claim != null) {
                claims.computeIfAbsent(key(claim.handle().id()), key -> new ArrayList<>())
                        .add(claim);
            } else if (match.outcome() == MatchOutcome.REVIEW) {
                suggested.add(match);
            }
        }
        claims.forEach(this::reservePlaces);
        claims.values().forEach(competing -> suggested.addAll(resolveClaims(competing)));
        suggested.sort(Match.BEST_FIRST);
        return suggested;
    }

    /**
     * Returns the claim of a handle to a client: a match without contradictions whose handle cluster has no client row; null for any other
     * match.
     */
    private @Nullable Claim claim(Match match) {
        NormalizedRecord one = record(match.id());
        NormalizedRecord two = record(match.other());
        NormalizedRecord handle = one.kind() == RecordKind.HANDLE ? one : two;
        NormalizedRecord client = handle == one ? two : one;
        boolean open = one.kind() != two.kind()
                && match.contradictions().isEmpty()
                && clusters.apply(handle.id()).stream().noneMatch(record -> record.kind() == RecordKind.CLIENT);
        return open ? new Claim(handle, client, match) : null;
    }

    private NormalizedRecord record(String id) {
        return clusters.apply(id).stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String key(String id) {
        return clusters.apply(id).get(0).id();
    }

    /** Records the channels that the handles occupy which are first suggested for a client. */
    private void reservePlaces(String cluster, List<Claim> bestFirst) {
        Claim first = bestFirst.get(0);
        if (first.match().outcome() == MatchOutcome.REVIEW) {
            clusters.apply(cluster)
                    .forEach(record -> reservePlaces(key(first.client().id()), record, cluster));
        }
    }

    private void reservePlaces(String client, NormalizedRecord record, String holder) {
        Map<String, Set<String>> places = reservedBy.computeIfAbsent(client, key -> new HashMap<>());
        record.accounts()
                .forEach(account -> places.computeIfAbsent(account.channel(), key -> new HashSet<>())
                        .add(holder));
    }

    private List<Match> resolveClaims(List<Claim> claims) {
        Map<String, NormalizedRecord> clients = new LinkedHashMap<>();
        claims.forEach(claim -> clients.putIfAbsent(key(claim.client().id()), claim.client()));
        if (clients.size() < 2) {
            return claims.stream()
                    .map(Claim::match)
                    .filter(match -> match.outcome() == MatchOutcome.REVIEW)
                    .toList();
        }
        List<NormalizedRecord> handles = clusters.apply(claims.get(0).handle().id());
        List<MatchCandidate> candidates =
                clients.values().stream().map(client -> best(handles, client)).toList();
        Map<String, Double> probabilities = scorer.probabilities(handles.get(0), candidates);
        List<Match> suggested = new ArrayList<>();
        for (NormalizedRecord handle : handles) {
            for (MatchCandidate candidate : candidates) {
                double chance = probabilities.getOrDefault(candidate.record().id(), 0.0);
                suggested.addAll(classifier.classifyClaim(handle, candidate, chance));
            }
        }
        return suggested;
    }

    /**
     * Returns the best comparison of any handle with the client, with a finding for each channel on whether the client's place there is
     * free.
     */
    private MatchCandidate best(List<NormalizedRecord> handles, NormalizedRecord client) {
        MatchCandidate best = handles.stream()
                .map(handle -> scorer.compare(handle, client))
                .max(Comparator.comparingDouble(MatchCandidate::weight))
                .orElseThrow();
        List<RuleFinding> findings = new ArrayList<>(best.findings());
        for (NormalizedRecord handle : handles) {
            for (NormalizedAccount account : handle.accounts()) {
                boolean free = isFree(client, account.channel(), key(handle.id()));
                String where = account.name() + " on " + account.channel();
                findings.add(RuleFinding.of(
                        ComparisonRule.HANDLE_CHANNEL, free ? 0 : 1, where, free ? "no other there" : "another there"));
            }
        }
        return scorer.score(handles.get(0), client, findings);
    }

    private boolean isFree(NormalizedRecord client, String channel, String claimant) {
        List<NormalizedRecord> cluster = clusters.apply(client.id());
        boolean taken = cluster.stream()
                .flatMap(record -> record.accounts().stream())
                .anyMatch(account -> account.channel().equals(channel));
        Set<String> holders =
                reservedBy.getOrDefault(key(client.id()), Map.of()).getOrDefault(channel, Set.of());
        return !taken && holders.stream().allMatch(claimant::equals);
    }
}
