package io.rapport.scoring.topology;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.AccountBalance;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reference calculation of scores: keeps every event and calculates the result in one pass, without code of the topology. */
final class ReferenceScores {

    private static final Map<EngagementKind, Double> RETURN = Map.of(
            EngagementKind.COMMENT, 1.0,
            EngagementKind.REVIEW, 4.0,
            EngagementKind.SHARE, 2.0,
            EngagementKind.VISIT, 0.1,
            EngagementKind.MESSAGE, 1.0,
            EngagementKind.REFERRAL, 10.0,
            EngagementKind.THANKS, 4.0,
            EngagementKind.PURCHASE, 5.0,
            EngagementKind.UNFOLLOW, -1.0);
    private static final Map<EngagementKind, Double> EFFORT =
            Map.of(EngagementKind.COMMENT, 1.0, EngagementKind.SHARE, 1.0, EngagementKind.MESSAGE, 1.5);
    private static final int CAP = 20;

    private final Map<UUID, EngagementReceived> first = new LinkedHashMap<>();
    private final Map<String, HandleAssigned> assignments = new HashMap<>();
    private final Map<String, PersonDescribed> described = new HashMap<>();
    private final List<LocalDate> received = new ArrayList<>();
    private LocalDate asOf;

    /** The same history, with figures of a day and what is known now. */
    ReferenceScores asOf(LocalDate day) {
        var other = new ReferenceScores();
        other.first.putAll(first);
        other.assignments.putAll(assignments);
        other.described.putAll(described);
        received.stream().filter(arrived -> !arrived.isAfter(day)).forEach(other.received::add);
        other.asOf = day;
        return other;
    }

    void receive(EngagementReceived engagement) {
        received.add(engagement.effectiveDay());
        first.putIfAbsent(engagement.id(), engagement);
    }

    void assign(HandleAssigned assignment) {
        assignments.put(assignment.handleKey().key(), assignment);
    }

    void describe(PersonDescribed person) {
        described.put(person.brandKey().key(person.person().toString()), person);
    }

    /** The version of the last description; 0 without one. */
    long identityVersion(String person) {
        return described.containsKey(person) ? described.get(person).version() : 0;
    }

    List<EngagementReceived> all() {
        return List.copyOf(first.values());
    }

    LocalDate day() {
        return asOf != null ? asOf : lastDay();
    }

    LocalDate firstDay() {
        return orders().values().stream()
                .flatMap(orders -> Stream.concat(orders.settled.stream(), orders.reversed.stream()))
                .map(EngagementReceived::effectiveDay)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private LocalDate lastDay() {
        return first.values().stream()
                .map(EngagementReceived::effectiveDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    AccountBalance accounts() {
        Predicate<EngagementReceived> post = e -> e.kind() == EngagementKind.POST;
        Predicate<EngagementReceived> bot = post.negate().and(e -> e.actor().isBot());
        Predicate<EngagementReceived> paid = post.or(bot).negate().and(EngagementReceived::isPaid);
        Predicate<EngagementReceived> staff = post.or(bot).or(paid).negate().and(this::isStaff);
        Predicate<EngagementReceived> scored = post.or(bot).or(paid).or(staff).negate();
        return new AccountBalance(
                received.size(),
                count(scored),
                count(bot),
                count(staff),
                count(paid),
                count(post),
                received.size()
                        - first.values().stream().filter(this::isUpToDay).count(),
                0);
    }

    /** From -1 to 1; none without sentiment. */
    static double polarity(EngagementReceived e) {
        var text = e.content() == null || !isInbound(e) ? null : e.content().text();
        return text == null ? 0 : ScoringTopologyDriver.ANALYSER.judge(text).polarity();
    }

    private static LedgerEntry entry(EngagementReceived e) {
        var isJudged = isInbound(e) && e.content() != null && e.content().text() != null;
        return isJudged ? LedgerEntry.of(e).withPolarity((int) Math.round(polarity(e) * 1e6)) : LedgerEntry.of(e);
    }

    Map<String, RelationshipScore> people() {
        var asOf = (int) day().toEpochDay();
        var scores = new HashMap<String, RelationshipScore>();
        orders().forEach((person, orders) -> {
            var ledger = EngagementLedger.EMPTY;
            for (var engagement : orders.settled) {
                ledger = ledger.plus(entry(engagement));
            }
            if (!orders.settled.isEmpty() || !orders.reversed.isEmpty() || isClient(person)) {
                scores.put(person, RelationshipScore.of(ledger, asOf, isClient(person), ScoringModel.standard()));
            }
        });
        described.forEach((person, description) -> {
            if (description.client()) {
                scores.computeIfAbsent(
                        person,
                        key -> RelationshipScore.of(EngagementLedger.EMPTY, asOf, true, ScoringModel.standard()));
            }
        });
        return scores;
    }

    double returned(int window) {
        return sum(window, Direction.INBOUND, RETURN);
    }

    double invested(int window) {
        return sum(window, Direction.OUTBOUND, EFFORT) + minutes(window) / 6;
    }

    long seen(int window) {
        return byPerson().values().stream()
                .filter(list -> list.stream().anyMatch(e -> isInbound(e) && isIn(window, e)))
                .count();
    }

    long newcomers(int window) {
        return byPerson().values().stream()
                .map(list -> list.stream()
                        .filter(e -> isInbound(e) && !e.effectiveDay().isAfter(day()))
                        .toList())
                .filter(list -> !list.isEmpty() && list.stream().allMatch(e -> isIn(window, e)))
                .count();
    }

    long clients() {
        return described.values().stream().filter(PersonDescribed::client).count();
    }

    private double minutes(int window) {
        return byPerson().values().stream()
                .flatMap(List::stream)
                .filter(e -> isIn(window, e))
                .mapToDouble(ReferenceScores::minutesOf)
                .sum();
    }

    static double minutesOf(EngagementReceived e) {
        var isSpent = e.direction() == Direction.OUTBOUND
                && e.value() != null
                && e.value().minutes() != null;
        return isSpent ? e.value().minutes() : 0;
    }

    private double sum(int window, Direction direction, Map<EngagementKind, Double> weights) {
        var total = 0.0;
        for (var engagements : byPerson().values()) {
            var counts = engagements.stream()
                    .filter(e -> e.direction() == direction && isIn(window, e) && minutesOf(e) == 0)
                    .collect(Collectors.groupingBy(e -> List.of(e.effectiveDay(), e.kind()), Collectors.counting()));
            for (var cell : counts.entrySet()) {
                total += Math.min(cell.getValue(), CAP)
                        * weights.getOrDefault((EngagementKind) cell.getKey().get(1), 0.0);
            }
        }
        return total;
    }

    /** By person, for people with a score; what is left of orders. */
    Map<String, List<EngagementReceived>> byPerson() {
        var people = new TreeMap<String, List<EngagementReceived>>();
        orders().forEach((person, orders) -> people.put(person, orders.settled));
        return people;
    }

    /** The orders by person, for people with a score. */
    Map<String, ReferenceOrders> orders() {
        return ReferenceOrders.of(rowsByPerson());
    }

    private Map<String, List<EngagementReceived>> rowsByPerson() {
        var people = new TreeMap<String, List<EngagementReceived>>();
        for (var engagement : first.values()) {
            var assignment = assignments.get(engagement.handleKey().key());
            var withheld = engagement.kind() == EngagementKind.POST
                    || engagement.actor().isBot()
                    || engagement.isPaid();
            if (!withheld && assignment != null && !assignment.staff()) {
                var key = engagement.brandKey().key(assignment.person().toString());
                people.computeIfAbsent(key, k -> new ArrayList<>()).add(engagement);
            }
        }
        return people;
    }

    /** All engagements of a person, or of a handle without a person. */
    List<EngagementReceived> counted() {
        return first.values().stream()
                .filter(e -> e.kind() != EngagementKind.POST && !e.actor().isBot() && !e.isPaid() && !isStaff(e))
                .toList();
    }

    private boolean isStaff(EngagementReceived engagement) {
        var assignment = assignments.get(engagement.handleKey().key());
        return assignment != null && assignment.staff();
    }

    boolean isClient(String person) {
        var description = described.get(person);
        return description != null && description.client();
    }

    boolean isIn(int window, EngagementReceived engagement) {
        var day = engagement.effectiveDay();
        return day.isAfter(day().minusDays(window)) && !day.isAfter(day());
    }

    private boolean isUpToDay(EngagementReceived engagement) {
        return !engagement.effectiveDay().isAfter(day());
    }

    private static boolean isInbound(EngagementReceived engagement) {
        return engagement.direction() == Direction.INBOUND;
    }

    private long count(Predicate<EngagementReceived> which) {
        return first.values().stream().filter(this::isUpToDay).filter(which).count();
    }
}
