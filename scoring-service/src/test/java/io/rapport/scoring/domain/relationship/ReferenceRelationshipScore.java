package io.rapport.scoring.domain.relationship;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.model.KindWeights;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Reference implementation of the relationship formulas: sums a person's entries over all days, for each day. */
public final class ReferenceRelationshipScore {

    private static final Set<EngagementKind> VOUCHING = Set.of(
            EngagementKind.SHARE,
            EngagementKind.QUOTE,
            EngagementKind.REFERRAL,
            EngagementKind.REVIEW,
            EngagementKind.INTRODUCTION);

    private final List<LedgerEntry> entries;
    private final TreeMap<Integer, List<LedgerEntry>> byDay;
    private final ScoringModel model;
    private final Map<Integer, Stage> judged = new HashMap<>();

    public ReferenceRelationshipScore(List<LedgerEntry> entries, ScoringModel model) {
        this.entries = entries;
        this.byDay =
                entries.stream().collect(Collectors.groupingBy(LedgerEntry::day, TreeMap::new, Collectors.toList()));
        this.model = model;
    }

    public double know(int asOf) {
        return dimension(
                raw(asOf, kind -> weights(kind).know()), model.saturation().know());
    }

    public double like(int asOf) {
        return dimension(
                raw(asOf, kind -> weights(kind).like()) + words(asOf),
                model.saturation().like());
    }

    public double trust(int asOf) {
        return dimension(
                raw(asOf, kind -> weights(kind).trust()), model.saturation().trust());
    }

    public double strength(int asOf) {
        return 0.30 * know(asOf) + 0.30 * like(asOf) + 0.40 * trust(asOf);
    }

    public double theyToUs(int asOf) {
        return Math.max(0, raw(asOf, kind -> weights(kind).returned()));
    }

    public double usToThem(int asOf) {
        double sum = 0;
        for (int day : byDay.headMap(asOf, true).keySet()) {
            sum += invested(day) * decay(asOf - day);
        }
        return sum;
    }

    public double reciprocity(int asOf) {
        var there = theyToUs(asOf);
        var here = usToThem(asOf);
        return there == 0 || here == 0 ? 0 : Math.min(there, here) / Math.max(there, here);
    }

    public double warmth(int asOf) {
        var touch = last(asOf, entry -> entry.kind() != EngagementKind.VISIT && entry.kind() != EngagementKind.POST);
        return touch.isEmpty() ? 0 : 100 * Math.pow(2, -(asOf - touch.getAsInt()) / 30.0);
    }

    public boolean captive(int asOf) {
        int periods = 0;
        for (int p = 0; p < 3; p++) {
            periods += inbound(asOf - 30 * p - 29, asOf - 30 * p) > 0 ? 1 : 0;
        }
        var polarity = entries.stream()
                .filter(entry ->
                        entry.polarity() != LedgerEntry.NOT_JUDGED && entry.day() <= asOf && entry.day() > asOf - 90)
                .mapToLong(LedgerEntry::polarity)
                .average()
                .orElse(0);
        return periods >= 2 && reciprocity(asOf) >= 0.1 && polarity >= 0;
    }

    public Stage stage(int asOf) {
        var month = (int) LocalDate.ofEpochDay(asOf).withDayOfMonth(1).toEpochDay();
        var highest = Stage.STRANGER;
        for (int day = month; day <= asOf; day++) {
            var judged = this.judged.computeIfAbsent(day, this::judge);
            highest = judged.compareTo(highest) > 0 ? judged : highest;
        }
        return highest;
    }

    /** First day of the uninterrupted run of this stage. */
    public int stageSince(int asOf) {
        var stage = stage(asOf);
        int day = asOf;
        while (known(day - 1) && stage(day - 1) == stage) {
            day--;
        }
        return day;
    }

    /** Whether there was any contact up to this day. */
    public boolean known(int day) {
        return entries.stream().anyMatch(entry -> entry.day() <= day);
    }

    public double returned(int day) {
        return sum(day, kind -> weights(kind).returned());
    }

    public double invested(int day) {
        double effort = 0;
        for (var kind : EngagementKind.values()) {
            var count = count(day, entry -> is(entry, Direction.OUTBOUND, kind) && entry.milliMinutes() == 0);
            effort += count * model.effort().getOrDefault(kind, 0.0);
        }
        for (var entry : on(day)) {
            effort += entry.milliMinutes() / 1000.0 / 6;
        }
        return effort;
    }

    public long inbound(int from, int to) {
        return entries.stream()
                .filter(entry -> entry.direction() == Direction.INBOUND && entry.day() >= from && entry.day() <= to)
                .count();
    }

    public OptionalInt firstSeen(int asOf) {
        return entries.stream()
                .filter(entry -> entry.direction() == Direction.INBOUND && entry.day() <= asOf)
                .mapToInt(LedgerEntry::day)
                .min();
    }

    private Stage judge(int day) {
        if (know(day) < 15) {
            return Stage.STRANGER;
        }
        if (like(day) < 25) {
            return Stage.KNOWS;
        }
        if (trust(day) < 35) {
            return Stage.LIKES;
        }
        var vouched = last(day, entry -> entry.direction() == Direction.INBOUND && VOUCHING.contains(entry.kind()));
        var lately = vouched.isPresent() && vouched.getAsInt() > day - 90;
        return trust(day) >= 60 && lately ? Stage.ADVOCATE : Stage.TRUSTS;
    }

    private OptionalInt last(int asOf, Predicate<LedgerEntry> which) {
        return entries.stream()
                .filter(entry -> entry.day() <= asOf)
                .filter(which)
                .mapToInt(LedgerEntry::day)
                .max();
    }

    private double raw(int asOf, ToDoubleFunction<EngagementKind> weight) {
        double raw = 0;
        for (int day : byDay.headMap(asOf, true).keySet()) {
            raw += sum(day, weight) * decay(asOf - day);
        }
        return raw;
    }

    private double sum(int day, ToDoubleFunction<EngagementKind> weight) {
        double sum = 0;
        for (var kind : EngagementKind.values()) {
            sum += count(day, entry -> is(entry, Direction.INBOUND, kind)) * weight.applyAsDouble(kind);
        }
        return sum;
    }

    private double words(int asOf) {
        double raw = 0;
        for (int day : byDay.headMap(asOf, true).keySet()) {
            double positive = 0;
            double negative = 0;
            for (var entry : on(day)) {
                if (entry.polarity() != LedgerEntry.NOT_JUDGED) {
                    positive += Math.max(0, entry.polarity() / 1e6);
                    negative += Math.max(0, -entry.polarity() / 1e6);
                }
            }
            var cap = model.cap();
            raw += (Math.min(positive, cap) - 1.5 * Math.min(negative, cap)) * decay(asOf - day);
        }
        return raw;
    }

    private long count(int day, Predicate<LedgerEntry> which) {
        return Math.min(on(day).stream().filter(which).count(), model.cap());
    }

    private List<LedgerEntry> on(int day) {
        return byDay.getOrDefault(day, List.of());
    }

    private KindWeights weights(EngagementKind kind) {
        return model.inbound().getOrDefault(kind, new KindWeights(0, 0, 0, 0));
    }

    private static boolean is(LedgerEntry entry, Direction direction, EngagementKind kind) {
        return entry.direction() == direction && entry.kind() == kind;
    }

    private static double decay(int age) {
        return Math.pow(2, -age / 60.0);
    }

    private static double dimension(double raw, double saturation) {
        return 100 * (1 - Math.exp(-Math.max(0, raw) / saturation));
    }
}
