package io.rapport.scoring.topology;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Reference calculation of people's scores on a day by the formulas of the glossary: sums over all engagements, without
 * code of the domain or of the topology.
 */
final class ReferenceDay {

    private static final int CAP = 20;
    private static final List<String> STAGES = List.of("STRANGER", "KNOWS", "LIKES", "TRUSTS", "ADVOCATE");
    private static final Map<EngagementKind, double[]> WEIGHTS = weights();
    private static final Map<EngagementKind, Double> EFFORT =
            Map.of(EngagementKind.COMMENT, 1.0, EngagementKind.SHARE, 1.0, EngagementKind.MESSAGE, 1.5);

    private final ReferenceScores history;
    private final Map<UUID, Double> corrections;
    private final LocalDate asOf;

    ReferenceDay(ReferenceScores history, Map<UUID, Double> corrections, LocalDate asOf) {
        this.history = history;
        this.corrections = corrections;
        this.asOf = asOf;
    }

    /** Know, like, trust and return of an inbound kind. */
    private static Map<EngagementKind, double[]> weights() {
        var weights = new EnumMap<EngagementKind, double[]>(EngagementKind.class);
        weights.put(EngagementKind.COMMENT, new double[] {1, 0.5, 0.3, 1});
        weights.put(EngagementKind.REVIEW, new double[] {1, 0.5, 2, 4});
        weights.put(EngagementKind.SHARE, new double[] {0.7, 1, 1, 2});
        weights.put(EngagementKind.VISIT, new double[] {0.1, 0, 0, 0.1});
        weights.put(EngagementKind.MESSAGE, new double[] {1, 0.3, 0.7, 1});
        weights.put(EngagementKind.REFERRAL, new double[] {1, 1, 5, 10});
        weights.put(EngagementKind.THANKS, new double[] {1, 2, 3, 4});
        weights.put(EngagementKind.UNFOLLOW, new double[] {0, -2, -1, -1});
        weights.put(EngagementKind.PURCHASE, new double[] {1, 0.5, 4, 5});
        return weights;
    }

    /** A person on the day. */
    record Expected(
            double strength,
            double know,
            double like,
            double trust,
            String stage,
            double warmth,
            double theyToUs,
            double usToThem,
            double reciprocity,
            boolean captive,
            boolean client,
            LocalDate firstSeen,
            LocalDate lastSeen,
            Map<Integer, String> seen,
            Map<Integer, double[]> windows,
            Map<Integer, String> stageBefore,
            Map<Integer, long[]> carriers,
            Map<Integer, Double> meanPolarity) {}

    /** People by key that have any engagement up to the day, or are clients. */
    Map<String, Expected> people() {
        var people = new TreeMap<String, Expected>();
        history.orders().forEach((person, orders) -> {
            var known = orders.settled.stream()
                    .filter(e -> !e.effectiveDay().isAfter(asOf))
                    .toList();
            var isReversed =
                    orders.reversed.stream().anyMatch(e -> !e.effectiveDay().isAfter(asOf));
            if (!known.isEmpty() || isReversed || history.isClient(person)) {
                people.put(person, person(known, history.isClient(person)));
            }
        });
        return people;
    }

    private Expected person(List<EngagementReceived> known, boolean client) {
        var dimensions = dimensions(known, asOf);
        var theyToUs = Math.max(0, exchange(known, Direction.INBOUND));
        var usToThem = Math.max(0, exchange(known, Direction.OUTBOUND));
        var reciprocity =
                theyToUs == 0 || usToThem == 0 ? 0 : Math.min(theyToUs, usToThem) / Math.max(theyToUs, usToThem);
        var lastTouch = known.stream()
                .filter(e -> e.kind() != EngagementKind.VISIT)
                .map(EngagementReceived::effectiveDay)
                .max(LocalDate::compareTo);
        var windows = new HashMap<Integer, double[]>();
        var seen = new HashMap<Integer, String>();
        var stageBefore = new HashMap<Integer, String>();
        var carriers = new HashMap<Integer, long[]>();
        var means = new HashMap<Integer, Double>();
        for (var days : List.of(7, 30, 90)) {
            windows.put(days, new double[] {
                sum(known, Direction.INBOUND, asOf, days), sum(known, Direction.OUTBOUND, asOf, days)
            });
            seen.put(days, seen(known, days));
            stageBefore.put(days, stage(known, asOf.minusDays(days)));
            var judged = known.stream()
                    .filter(e -> isWithin(e, asOf, days) && isJudged(e))
                    .mapToDouble(this::polarity)
                    .boxed()
                    .toList();
            carriers.put(days, new long[] {
                judged.stream().anyMatch(p -> p >= 0.05) ? 1 : 0,
                judged.stream().anyMatch(p -> p <= -0.05) ? 1 : 0
            });
            judged.stream().mapToDouble(p -> p).average().ifPresent(mean -> means.put(days, mean));
        }
        return new Expected(
                0.3 * dimensions[0] + 0.3 * dimensions[1] + 0.4 * dimensions[2],
                dimensions[0],
                dimensions[1],
                dimensions[2],
                stage(known, asOf),
                lastTouch.map(day -> 100 * Math.pow(2, -age(day, asOf) / 30)).orElse(0.0),
                theyToUs,
                usToThem,
                reciprocity,
                isCaptive(known, reciprocity),
                client,
                inbound(known)
                        .map(EngagementReceived::effectiveDay)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                inbound(known)
                        .map(EngagementReceived::effectiveDay)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                seen,
                windows,
                stageBefore,
                carriers,
                means);
    }

    /** Points of know, like and trust on a day, of what happened by then. */
    private double[] dimensions(List<EngagementReceived> known, LocalDate day) {
        var raw = new double[3];
        byDay(
                        known,
                        e -> e.direction() == Direction.INBOUND
                                && !e.effectiveDay().isAfter(day))
                .forEach((date, engagements) -> {
                    var decay = Math.pow(2, -age(date, day) / 60);
                    countsByKind(engagements).forEach((kind, count) -> {
                        for (var i = 0; i < 3; i++) {
                            raw[i] += Math.min(count, CAP) * WEIGHTS.get(kind)[i] * decay;
                        }
                    });
                    var positive = engagements.stream()
                            .mapToDouble(e -> Math.max(0, polarity(e)))
                            .sum();
                    var negative = engagements.stream()
                            .mapToDouble(e -> Math.max(0, -polarity(e)))
                            .sum();
                    raw[1] += (Math.min(positive, CAP) - 1.5 * Math.min(negative, CAP)) * decay;
                });
        return new double[] {points(raw[0], 6), points(raw[1], 6), points(raw[2], 8)};
    }

    private static double points(double raw, double saturation) {
        return 100 * (1 - Math.exp(-Math.max(0, raw) / saturation));
    }

    /** The highest stage judged on any day from the first of the month; null before the first contact. */
    private String stage(List<EngagementReceived> known, LocalDate day) {
        if (known.stream().allMatch(e -> e.effectiveDay().isAfter(day))) {
            return null;
        }
        var highest = 0;
        for (var each = day.withDayOfMonth(1); !each.isAfter(day); each = each.plusDays(1)) {
            highest = Math.max(highest, stageOn(known, each));
        }
        return STAGES.get(highest);
    }

    private int stageOn(List<EngagementReceived> known, LocalDate day) {
        var points = dimensions(known, day);
        var vouched = inbound(known)
                .filter(e -> switch (e.kind()) {
                    case SHARE, QUOTE, REFERRAL, REVIEW, INTRODUCTION -> isWithin(e, day, 90);
                    default -> false;
                })
                .findAny()
                .isPresent();
        if (points[0] < 15) {
            return 0;
        }
        if (points[1] < 25) {
            return 1;
        }
        if (points[2] < 35) {
            return 2;
        }
        return points[2] >= 60 && vouched ? 4 : 3;
    }

    private double exchange(List<EngagementReceived> known, Direction direction) {
        var sum = 0.0;
        for (var day : byDay(known, e -> e.direction() == direction).keySet()) {
            sum += sum(known, direction, day, 1) * Math.pow(2, -age(day, asOf) / 60);
        }
        return sum;
    }

    /** Return or effort of the days up to and including a day, without decay. */
    private double sum(List<EngagementReceived> known, Direction direction, LocalDate last, int days) {
        var sum = 0.0;
        for (var day : byDay(known, e -> e.direction() == direction && isWithin(e, last, days))
                .values()) {
            var untimed =
                    day.stream().filter(e -> ReferenceScores.minutesOf(e) == 0).toList();
            for (var count : countsByKind(untimed).entrySet()) {
                var weight = direction == Direction.INBOUND
                        ? WEIGHTS.get(count.getKey())[3]
                        : EFFORT.getOrDefault(count.getKey(), 0.0);
                sum += Math.min(count.getValue(), CAP) * weight;
            }
            sum += day.stream().mapToDouble(ReferenceScores::minutesOf).sum() / 6;
        }
        return sum;
    }

    private String seen(List<EngagementReceived> known, int days) {
        var now = inbound(known).anyMatch(e -> isWithin(e, asOf, days));
        var before = inbound(known).anyMatch(e -> isWithin(e, asOf.minusDays(days), days));
        var earlier = inbound(known).anyMatch(e -> !isWithin(e, asOf, days));
        if (!now) {
            return before ? "LAPSED" : null;
        }
        return before ? "RETURNING" : earlier ? "REVIVED" : "NEW";
    }

    private boolean isCaptive(List<EngagementReceived> known, double reciprocity) {
        var periods = List.of(0, 30, 60).stream()
                .filter(age -> inbound(known).anyMatch(e -> isWithin(e, asOf.minusDays(age), 30)))
                .count();
        var polarity = inbound(known)
                .filter(e -> isWithin(e, asOf, 90))
                .mapToLong(e -> Math.round(polarity(e) * 1e6))
                .sum();
        return periods >= 2 && reciprocity >= 0.1 && polarity >= 0;
    }

    private boolean isJudged(EngagementReceived e) {
        return e.direction() == Direction.INBOUND
                && e.content() != null
                && e.content().text() != null;
    }

    /** In whole millionths, as ledgers count it. */
    private double polarity(EngagementReceived e) {
        return isJudged(e) ? Math.round(corrections.getOrDefault(e.id(), ReferenceScores.polarity(e)) * 1e6) / 1e6 : 0;
    }

    private static java.util.stream.Stream<EngagementReceived> inbound(List<EngagementReceived> known) {
        return known.stream().filter(e -> e.direction() == Direction.INBOUND);
    }

    private static boolean isWithin(EngagementReceived e, LocalDate last, int days) {
        return !e.effectiveDay().isAfter(last) && e.effectiveDay().isAfter(last.minusDays(days));
    }

    private static double age(LocalDate day, LocalDate asOf) {
        return ChronoUnit.DAYS.between(day, asOf);
    }

    private static Map<LocalDate, List<EngagementReceived>> byDay(
            List<EngagementReceived> engagements, Predicate<EngagementReceived> which) {
        var days = new TreeMap<LocalDate, List<EngagementReceived>>();
        engagements.stream()
                .filter(which)
                .forEach(e -> days.computeIfAbsent(e.effectiveDay(), day -> new ArrayList<>())
                        .add(e));
        return days;
    }

    private static Map<EngagementKind, Long> countsByKind(List<EngagementReceived> engagements) {
        var counts = new EnumMap<EngagementKind, Long>(EngagementKind.class);
        engagements.forEach(e -> counts.merge(e.kind(), 1L, Long::sum));
        return counts;
    }
}
