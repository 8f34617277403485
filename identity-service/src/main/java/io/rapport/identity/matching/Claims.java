package io.rapport.identity.matching;

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
final class Claims {

    private final Scorer scorer;
    private final Judge judge;
    private final Function<String, List<Profile>> groups;

    /** By a client's group and a channel, the groups that hold the client's place there. */
    private final Map<String, Map<String, Set<String>>> held = new HashMap<>();

    private record Claim(Profile handle, Profile client, Match match) {}

    /** Claims among groups of records, which are found by the id of any of their records. */
    Claims(Scorer scorer, Judge judge, Function<String, List<Profile>> groups) {
        this.scorer = scorer;
        this.judge = judge;
        this.groups = groups;
    }

    /** What is suggested, surest first, once all claims are weighed against one another. */
    List<Match> weighed(List<Match> open) {
        List<Match> suggested = new ArrayList<>();
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        for (Match match : open.stream().sorted(MatchIndex.SUREST).toList()) {
            Claim claim = claim(match);
            if (claim != null) {
                claims.computeIfAbsent(key(claim.handle().id()), key -> new ArrayList<>())
                        .add(claim);
            } else if (match.outcome() == Outcome.REVIEW) {
                suggested.add(match);
            }
        }
        claims.forEach(this::hold);
        claims.values().forEach(theirs -> suggested.addAll(settled(theirs)));
        suggested.sort(MatchIndex.SUREST);
        return suggested;
    }

    /** A handle's claim that nothing contradicts, on a client whom no record of the handle's person belongs to; null for any other match. */
    private @Nullable Claim claim(Match match) {
        Profile one = record(match.id());
        Profile two = record(match.other());
        Profile handle = one.kind() == RecordKind.HANDLE ? one : two;
        Profile client = handle == one ? two : one;
        boolean open = one.kind() != two.kind()
                && match.contradictions().isEmpty()
                && groups.apply(handle.id()).stream().noneMatch(record -> record.kind() == RecordKind.CLIENT);
        return open ? new Claim(handle, client, match) : null;
    }

    private Profile record(String id) {
        return groups.apply(id).stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String key(String id) {
        return groups.apply(id).get(0).id();
    }

    /** Notes whose place on their channels the accounts take that are first suggested for somebody. */
    private void hold(String group, List<Claim> surestFirst) {
        Claim first = surestFirst.get(0);
        if (first.match().outcome() == Outcome.REVIEW) {
            groups.apply(group).forEach(record -> hold(key(first.client().id()), record, group));
        }
    }

    private void hold(String client, Profile record, String holder) {
        Map<String, Set<String>> places = held.computeIfAbsent(client, key -> new HashMap<>());
        record.accounts()
                .forEach(account -> places.computeIfAbsent(account.channel(), key -> new HashSet<>())
                        .add(holder));
    }

    private List<Match> settled(List<Claim> claims) {
        Map<String, Profile> clients = new LinkedHashMap<>();
        claims.forEach(claim -> clients.putIfAbsent(key(claim.client().id()), claim.client()));
        if (clients.size() < 2) {
            return claims.stream()
                    .map(Claim::match)
                    .filter(match -> match.outcome() == Outcome.REVIEW)
                    .toList();
        }
        List<Profile> handles = groups.apply(claims.get(0).handle().id());
        List<Candidate> candidates =
                clients.values().stream().map(client -> best(handles, client)).toList();
        Map<String, Double> chances = scorer.chances(handles.get(0), candidates);
        List<Match> suggested = new ArrayList<>();
        for (Profile handle : handles) {
            for (Candidate candidate : candidates) {
                double chance = chances.getOrDefault(candidate.profile().id(), 0.0);
                suggested.addAll(judge.settle(handle, candidate, chance));
            }
        }
        return suggested;
    }

    /** The best that any of the accounts says for a client, with whether the client's places are free. */
    private Candidate best(List<Profile> handles, Profile client) {
        Candidate best = handles.stream()
                .map(handle -> scorer.compare(handle, client))
                .max(Comparator.comparingDouble(Candidate::weight))
                .orElseThrow();
        List<Finding> findings = new ArrayList<>(best.findings());
        for (Profile handle : handles) {
            for (AccountForm account : handle.accounts()) {
                boolean free = isFree(client, account.channel(), key(handle.id()));
                String where = account.name() + " on " + account.channel();
                findings.add(Finding.of(
                        Rule.HANDLE_CHANNEL, free ? 0 : 1, where, free ? "no other there" : "another there"));
            }
        }
        return scorer.weighed(handles.get(0), client, findings);
    }

    private boolean isFree(Profile client, String channel, String claimant) {
        List<Profile> group = groups.apply(client.id());
        boolean there = group.stream()
                .flatMap(record -> record.accounts().stream())
                .anyMatch(account -> account.channel().equals(channel));
        Set<String> holders = held.getOrDefault(key(client.id()), Map.of()).getOrDefault(channel, Set.of());
        return !there && holders.stream().allMatch(claimant::equals);
    }
}
