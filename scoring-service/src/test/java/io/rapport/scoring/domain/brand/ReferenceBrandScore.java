package io.rapport.scoring.domain.brand;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.LedgerFixtures;
import io.rapport.scoring.domain.relationship.ReferenceRelationshipScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Reference implementation of the brand formulas: evaluates every person on every day. */
final class ReferenceBrandScore {

    private final Map<String, ReferenceRelationshipScore> people = new TreeMap<>();
    private final Set<String> clients;
    private final List<LedgerEntry> everything = new ArrayList<>();
    private final int asOf;

    ReferenceBrandScore(
            Map<String, List<LedgerEntry>> entries, Set<String> clients, List<LedgerEntry> posts, int asOf) {
        entries.forEach((person, personEntries) ->
                people.put(person, new ReferenceRelationshipScore(personEntries, LedgerFixtures.STANDARD)));
        entries.values().forEach(everything::addAll);
        everything.addAll(posts);
        this.clients = clients;
        this.asOf = asOf;
    }

    double returned(int from, int to) {
        double sum = 0;
        for (var person : people.values()) {
            for (int day = from; day <= to; day++) {
                sum += person.returned(day);
            }
        }
        return sum;
    }

    double invested(int from, int to) {
        double sum = 0;
        for (var person : people.values()) {
            for (int day = from; day <= to; day++) {
                sum += person.invested(day);
            }
        }
        return sum;
    }

    long seen(int days) {
        return count(person -> seen(person, days));
    }

    long newcomers(int days) {
        return count(person -> person.firstSeen(asOf).orElse(asOf - days) > asOf - days);
    }

    long returning(int days) {
        return count(person -> seen(person, days) && seenBefore(person, days));
    }

    long revived(int days) {
        return count(person -> seen(person, days)
                && !seenBefore(person, days)
                && person.inbound(Integer.MIN_VALUE, asOf - 2 * days) > 0);
    }

    long lapsed(int days) {
        return count(person -> !seen(person, days) && seenBefore(person, days));
    }

    long people() {
        return count(person -> person.known(asOf));
    }

    long at(Stage stage, int day) {
        return count(person -> person.known(day) && person.stage(day) == stage);
    }

    long captivesSeen(int days) {
        return count(person -> seen(person, days) && person.captive(asOf));
    }

    long notifications(int days) {
        return sum(person -> person.inbound(asOf - days + 1, asOf));
    }

    long notificationsOfCaptives(int days) {
        return sum(person -> person.captive(asOf) ? person.inbound(asOf - days + 1, asOf) : 0);
    }

    long clientsSeen(int days) {
        return clients.stream().filter(client -> seen(people.get(client), days)).count();
    }

    double meanClientStrength() {
        return clients.stream()
                .mapToDouble(client -> people.get(client).strength(asOf))
                .average()
                .orElseThrow();
    }

    long outbound(int days, Predicate<LedgerEntry> which) {
        return everything.stream()
                .filter(entry -> entry.direction() == Direction.OUTBOUND)
                .filter(entry -> entry.day() > asOf - days && entry.day() <= asOf)
                .filter(which)
                .count();
    }

    static boolean asksForNothing(LedgerEntry entry) {
        return !entry.promotional()
                && Set.of(
                                EngagementKind.REACTION,
                                EngagementKind.REPLY,
                                EngagementKind.COMMENT,
                                EngagementKind.SHARE,
                                EngagementKind.QUOTE,
                                EngagementKind.THANKS,
                                EngagementKind.INTRODUCTION)
                        .contains(entry.kind());
    }

    private boolean seen(ReferenceRelationshipScore person, int days) {
        return person.inbound(asOf - days + 1, asOf) > 0;
    }

    private boolean seenBefore(ReferenceRelationshipScore person, int days) {
        return person.inbound(asOf - 2 * days + 1, asOf - days) > 0;
    }

    private long count(Predicate<ReferenceRelationshipScore> which) {
        return people.values().stream().filter(which).count();
    }

    private long sum(ToLongFunction<ReferenceRelationshipScore> what) {
        return people.values().stream().mapToLong(what).sum();
    }
}
