package io.rapport.standalone.acceptance;

import io.rapport.scoring.sentiment.SentimentAnalyser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The formulas of the design for the three kinds of these conversations, computed from all messages at once, day by day and
 * without any code of the product except its sentiment analyser: the expected figures.
 */
final class ReferenceComputation {

    private static final double HALF_LIFE = 60;
    private static final int CAP = 20;
    /** The polarity comes from the product; its own tests compare it with human ratings. */
    private static final ToDoubleFunction<String> POLARITY = polarity(new SentimentAnalyser());

    private static final List<String> STAGES = List.of("STRANGER", "KNOWS", "LIKES", "TRUSTS", "ADVOCATE");

    private final Map<String, List<EngagementRow>> people = new TreeMap<>();
    private final Map<String, Double> polarities = new HashMap<>();
    private final Map<String, Double> corrections;
    private final LocalDate asOf;

    /** The figures of the last day. */
    ReferenceComputation(Collection<EngagementRow> rows) {
        this(rows, lastDay(rows), handle -> handle, Map.of());
    }

    /** The last day that is at most 35 days after the one before, or after which at least two handles wrote. */
    private static LocalDate lastDay(Collection<EngagementRow> rows) {
        var handles = new TreeMap<LocalDate, Set<String>>();
        rows.forEach(row ->
                handles.computeIfAbsent(row.day(), day -> new HashSet<>()).add(row.handle()));
        var last = handles.firstKey();
        for (var day : handles.keySet()) {
            var writers = handles.tailMap(day).values().stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .count();
            if (writers < 2 && day.isAfter(last.plusDays(35))) {
                break;
            }
            last = day;
        }
        return last;
    }

    /**
     * The figures of a day, of what happened by then.
     *
     * @param person the person of a handle
     * @param corrections corrected polarities by the id of the message
     */
    ReferenceComputation(
            Collection<EngagementRow> rows,
            LocalDate asOf,
            UnaryOperator<String> person,
            Map<String, Double> corrections) {
        var seen = new HashSet<String>();
        for (var row : rows) {
            if (!row.day().isAfter(asOf) && !row.isPost() && seen.add(row.sourceId())) {
                people.computeIfAbsent(person.apply(row.handle()), handle -> new ArrayList<>())
                        .add(row);
            }
        }
        this.asOf = asOf;
        this.corrections = corrections;
    }

    record Person(double strength, double know, double like, double trust, String stage, double reciprocity) {}

    record Ror(
            double returned, double invested, long seen, long newcomers, long returning, long revived, long lapsed) {}

    /** The polarity in millionths, as ledgers store it. */
    private static ToDoubleFunction<String> polarity(SentimentAnalyser analyser) {
        return text -> text.isBlank() ? 0 : Math.round(analyser.judge(text).polarity() * 1e6) / 1e6;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** All people by handle. */
    Map<String, Person> people() {
        var all = new TreeMap<String, Person>();
        people.forEach((handle, rows) -> all.put(handle, person(rows)));
        return all;
    }

    /** The figures of the brand for a window; for {@code back} 1, of the window before. */
    Ror ror(int window, int back) {
        var last = asOf.minusDays((long) window * back);
        var first = last.minusDays(window - 1);
        return ror(first, last, first.minusDays(window));
    }

    /** The figures of the calendar month up to the day. */
    Ror month() {
        var first = asOf.withDayOfMonth(1);
        return ror(first, asOf, first.minusMonths(1));
    }

    private Ror ror(LocalDate first, LocalDate last, LocalDate before) {
        double returned = 0;
        double invested = 0;
        long seen = 0;
        long newcomers = 0;
        long returning = 0;
        long lapsed = 0;
        for (var rows : people.values()) {
            returned += sum(within(rows, first, last), true, ReferenceComputation::returns);
            invested += sum(within(rows, first, last), false, row -> 1);
            var seenNow = inbound(within(rows, first, last));
            var seenBefore = inbound(within(rows, before, first.minusDays(1)));
            var seenEver = inbound(within(rows, LocalDate.MIN, first.minusDays(1)));
            seen += seenNow ? 1 : 0;
            newcomers += seenNow && !seenEver ? 1 : 0;
            returning += seenNow && seenBefore ? 1 : 0;
            lapsed += !seenNow && seenBefore ? 1 : 0;
        }
        return new Ror(returned, invested, seen, newcomers, returning, seen - newcomers - returning, lapsed);
    }

    private Person person(List<EngagementRow> rows) {
        var know = dimension(rows, asOf, "know");
        var like = dimension(rows, asOf, "like");
        var trust = dimension(rows, asOf, "trust");
        var theyToUs = decayed(rows, asOf, true, ReferenceComputation::returns);
        var usToThem = decayed(rows, asOf, false, row -> 1);
        var reciprocity =
                theyToUs == 0 || usToThem == 0 ? 0 : Math.min(theyToUs, usToThem) / Math.max(theyToUs, usToThem);
        return new Person(0.3 * know + 0.3 * like + 0.4 * trust, know, like, trust, stage(rows), reciprocity);
    }

    private String stage(List<EngagementRow> rows) {
        var highest = 0;
        for (var day = asOf.withDayOfMonth(1); !day.isAfter(asOf); day = day.plusDays(1)) {
            highest = Math.max(highest, judged(rows, day));
        }
        return STAGES.get(highest);
    }

    /** These conversations have no shares, referrals, reviews or introductions, so there are no advocates. */
    private int judged(List<EngagementRow> rows, LocalDate day) {
        var knows = dimension(rows, day, "know") >= 15;
        var likes = knows && dimension(rows, day, "like") >= 25;
        var trusts = likes && dimension(rows, day, "trust") >= 35;
        return trusts ? 3 : likes ? 2 : knows ? 1 : 0;
    }

    private double dimension(List<EngagementRow> rows, LocalDate on, String dimension) {
        var acts = decayed(rows, on, true, row -> weight(dimension, row));
        var raw = Math.max(0, dimension.equals("like") ? acts + words(rows, on) : acts);
        return 100 * (1 - Math.exp(-raw / saturation(dimension)));
    }

    /** Of the model of new brands. */
    private static double saturation(String dimension) {
        return switch (dimension) {
            case "know" -> 12;
            case "like" -> 15;
            default -> 20;
        };
    }

    private static double weight(String dimension, EngagementRow row) {
        var mention = row.kind().equals("MENTION");
        return switch (dimension) {
            case "know" -> 1;
            case "like" -> mention ? 0.3 : 0.5;
            default -> mention ? 0.5 : 0.3;
        };
    }

    private static double returns(EngagementRow row) {
        return row.kind().equals("MENTION") ? 1.5 : 1;
    }

    private static double decayed(
            List<EngagementRow> rows, LocalDate on, boolean inbound, ToDoubleFunction<EngagementRow> weight) {
        return sum(within(rows, LocalDate.MIN, on), inbound, row -> weight.applyAsDouble(row) * left(row, on));
    }

    /** The contribution of polarities to like: positive and negative ones capped per day, negative ones with more weight. */
    private double words(List<EngagementRow> rows, LocalDate on) {
        var good = new HashMap<LocalDate, Double>();
        var bad = new HashMap<LocalDate, Double>();
        for (var row : within(rows, LocalDate.MIN, on)) {
            var polarity = row.inbound() ? polarity(row) : 0;
            good.merge(row.day(), Math.max(0, polarity), Double::sum);
            bad.merge(row.day(), Math.max(0, -polarity), Double::sum);
        }
        double sum = 0;
        for (var day : good.keySet()) {
            var felt = Math.min(CAP, good.get(day)) - 1.5 * Math.min(CAP, bad.get(day));
            sum += felt * Math.pow(2, -(on.toEpochDay() - day.toEpochDay()) / HALF_LIFE);
        }
        return sum;
    }

    private double polarity(EngagementRow row) {
        var corrected = corrections.get(row.sourceId());
        return corrected == null ? polarities.computeIfAbsent(row.text(), POLARITY::applyAsDouble) : corrected;
    }

    private static double left(EngagementRow row, LocalDate on) {
        return Math.pow(2, -(on.toEpochDay() - row.day().toEpochDay()) / HALF_LIFE);
    }

    /** Adds up the weights of one direction, at most the cap of each kind and day. */
    private static double sum(List<EngagementRow> rows, boolean inbound, ToDoubleFunction<EngagementRow> weight) {
        var counts = new HashMap<String, Integer>();
        double sum = 0;
        for (var row : rows) {
            if (row.inbound() == inbound && counts.merge(row.kind() + row.day(), 1, Integer::sum) <= CAP) {
                sum += weight.applyAsDouble(row);
            }
        }
        return sum;
    }

    private static boolean inbound(List<EngagementRow> rows) {
        return rows.stream().anyMatch(EngagementRow::inbound);
    }

    private static List<EngagementRow> within(List<EngagementRow> rows, LocalDate first, LocalDate last) {
        return rows.stream()
                .filter(row -> !row.day().isBefore(first) && !row.day().isAfter(last))
                .toList();
    }
}
