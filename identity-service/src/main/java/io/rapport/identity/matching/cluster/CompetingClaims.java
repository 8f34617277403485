package io.rapport.identity.matching.cluster;

import io.rapport.identity.matching.model.CandidateScorer;
import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.model.MatchCandidate;
import io.rapport.identity.matching.outcome.MatchClassifier;
import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.record.NormalizedAccount;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.compare.RuleFinding;

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
 * Weighs which of several clients an account belongs to, once the brand's people are known. A client who has, or is first suggested for,
 * another account on the same channel stands back.
 */
final class CompetingClaims {

    private final CandidateScorer scorer;
    private final MatchClassifier judge;
    private final Function<String, List<NormalizedRecord>> groups;

    /** By a client's group and a channel, the groups that hold the client's place there. */
    private final Map<String, Map<String, Set<String>>> held = new HashMap<>();

    private record Claim(NormalizedRecord handle, NormalizedRecord client, Match match) {}

    /** Claims among groups of records, which are found by the id of any of their records. */
    CompetingClaims(CandidateScorer scorer, MatchClassifier judge, Function<String, List<NormalizedRecord>> groups) {
        this.scorer = scorer;
        this.judge = judge;
        this.groups = groups;
    }

    /** What is suggested, surest first, once all claims are weighed against one another. */
    List<Match> resolve(List<Match> open) {
        List<Match> suggested = new ArrayList<>();
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        for (Match match : open.stream().sorted(MatchIndex.BEST_FIRST).toList()) {
            Claim claim = claim(match);
            if (claim != null) {
                claims.computeIfAbsent(key(claim.handle().id()), key -> new ArrayList<>())
                        .add(claim);
            } else if (match.outcome() == MatchOutcome.REVIEW) {
                suggested.add(match);
            }
        }
        claims.forEach(this::reservePlaces);
        claims.values().forEach(theirs -> suggested.addAll(resolveClaims(theirs)));
        suggested.sort(MatchIndex.BEST_FIRST);
        return suggested;
    }

    /** A handle's claim that nothing contradicts, on a client whom no record of the handle's person belongs to; null for any other match. */
    private @Nullable Claim claim(Match match) {
        NormalizedRecord one = record(match.id());
        NormalizedRecord two = record(match.other());
        NormalizedRecord handle = one.kind() == RecordKind.HANDLE ? one : two;
        NormalizedRecord client = handle == one ? two : one;
        boolean open = one.kind() != two.kind()
                && match.contradictions().isEmpty()
                && groups.apply(handle.id()).stream().noneMatch(record -> record.kind() == RecordKind.CLIENT);
        return open ? new Claim(handle, client, match) : null;
    }

    private NormalizedRecord record(String id) {
        return groups.apply(id).stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String key(String id) {
        return groups.apply(id).get(0).id();
    }

    /** Notes whose place on their channels the accounts take that are first suggested for somebody. */
    private void reservePlaces(String group, List<Claim> surestFirst) {
        Claim first = surestFirst.get(0);
        if (first.match().outcome() == MatchOutcome.REVIEW) {
            groups.apply(group).forEach(record -> reservePlaces(key(first.client().id()), record, group));
        }
    }

    private void reservePlaces(String client, NormalizedRecord record, String holder) {
        Map<String, Set<String>> places = held.computeIfAbsent(client, key -> new HashMap<>());
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
        List<NormalizedRecord> handles = groups.apply(claims.get(0).handle().id());
        List<MatchCandidate> candidates =
                clients.values().stream().map(client -> best(handles, client)).toList();
        Map<String, Double> chances = scorer.probabilities(handles.get(0), candidates);
        List<Match> suggested = new ArrayList<>();
        for (NormalizedRecord handle : handles) {
            for (MatchCandidate candidate : candidates) {
                double chance = chances.getOrDefault(candidate.profile().id(), 0.0);
                suggested.addAll(judge.classifyClaim(handle, candidate, chance));
            }
        }
        return suggested;
    }

    /** The best that any of the accounts says for a client, with whether the client's places are free. */
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
        List<NormalizedRecord> group = groups.apply(client.id());
        boolean there = group.stream()
                .flatMap(record -> record.accounts().stream())
                .anyMatch(account -> account.channel().equals(channel));
        Set<String> holders = held.getOrDefault(key(client.id()), Map.of()).getOrDefault(channel, Set.of());
        return !there && holders.stream().allMatch(claimant::equals);
    }
}
