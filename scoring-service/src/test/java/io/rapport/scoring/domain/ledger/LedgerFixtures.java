package io.rapport.scoring.domain.ledger;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Entries and ledgers for tests, constructed and generated. */
public final class LedgerFixtures {

    public static final ScoringModel STANDARD = ScoringModel.standard();

    /** First day of generated histories: the 7th of a month, so that shifts cross months. */
    public static final int START = day("2025-03-07");

    /** Last day of generated histories. */
    public static final int END = START + 220;

    private LedgerFixtures() {}

    public static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    public static LedgerEntry inbound(int day, EngagementKind kind) {
        return new LedgerEntry(day, Direction.INBOUND, kind, false, 0, LedgerEntry.NOT_JUDGED);
    }

    public static LedgerEntry judged(int day, EngagementKind kind, double polarity) {
        return inbound(day, kind).withPolarity((int) Math.round(polarity * LedgerEntry.POLARITY_SCALE));
    }

    public static LedgerEntry outbound(int day, EngagementKind kind) {
        return timed(day, kind, 0);
    }

    public static LedgerEntry promotional(int day, EngagementKind kind) {
        return new LedgerEntry(day, Direction.OUTBOUND, kind, true, 0, LedgerEntry.NOT_JUDGED);
    }

    public static LedgerEntry timed(int day, EngagementKind kind, double minutes) {
        return new LedgerEntry(
                day, Direction.OUTBOUND, kind, false, Math.round(minutes * 1000), LedgerEntry.NOT_JUDGED);
    }

    public static EngagementLedger ledger(LedgerEntry... entries) {
        return ledger(Arrays.asList(entries));
    }

    public static EngagementLedger ledger(Collection<LedgerEntry> entries) {
        var ledger = EngagementLedger.EMPTY;
        for (var entry : entries) {
            ledger = ledger.plus(entry);
        }
        return ledger;
    }

    public static LedgerEntry onDay(LedgerEntry entry, int day) {
        return new LedgerEntry(
                day, entry.direction(), entry.kind(), entry.promotional(), entry.milliMinutes(), entry.polarity());
    }

    /** Histories of one person; some kinds are frequent, so that caps, stages and the captive rule are reached. */
    public static Arbitrary<List<LedgerEntry>> histories() {
        return Arbitraries.integers()
                .between(1, 60)
                .flatMap(span -> entries(span).list().ofMaxSize(60));
    }

    /** Days after START on which a history is evaluated: during it and long after. */
    public static Arbitrary<Integer> days() {
        return Arbitraries.integers().between(START - 5, END + 200);
    }

    private static Arbitrary<LedgerEntry> entries(int span) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, span - 1).map(i -> START + i * (END - START) / span),
                        kinds(),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-LedgerEntry.POLARITY_SCALE, LedgerEntry.POLARITY_SCALE))
                .as(LedgerFixtures::entry);
    }

    private static Arbitrary<EngagementKind> kinds() {
        var any = Arbitraries.of(EngagementKind.values())
                .filter(kind -> kind != EngagementKind.UNKNOWN && kind != EngagementKind.POST);
        return Arbitraries.frequencyOf(
                Tuple.of(3, any),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                EngagementKind.COMMENT,
                                EngagementKind.SHARE,
                                EngagementKind.REFERRAL,
                                EngagementKind.UNFOLLOW)));
    }

    private static LedgerEntry entry(int day, EngagementKind kind, int sort, int polarity) {
        return switch (sort) {
            case 0, 1, 2 -> inbound(day, kind);
            case 3, 4, 5 -> inbound(day, kind).withPolarity(polarity);
            case 6 -> promotional(day, kind);
            case 7 -> timed(day, kind, (polarity + LedgerEntry.POLARITY_SCALE + 1) / 10_000.0);
            default -> outbound(day, kind);
        };
    }
}
