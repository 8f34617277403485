package io.rapport.benchmarks;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the cost of one engagement for the ledger and score of a person, by the number of active days. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {

    private static final int AS_OF = 20_000;
    private static final ScoringModel MODEL = ScoringModel.standard();

    /** The number of days with an engagement. */
    @Param({"1", "20", "100"})
    public int activeDays;

    private EngagementLedger ledger = EngagementLedger.EMPTY;
    private LedgerEntry entry = entry(AS_OF);
    private byte[] encoded = new byte[0];

    /** Builds the ledger. */
    @Setup
    public void fill() {
        for (var day = 0; day < activeDays; day++) {
            ledger = ledger.plus(entry(AS_OF - 3 * day));
        }
        encoded = EngagementLedger.CODEC.encode(ledger);
    }

    /** Adds an engagement to the ledger. */
    @Benchmark
    public EngagementLedger plus() {
        return ledger.plus(entry);
    }

    /** Computes the score of the ledger. */
    @Benchmark
    public RelationshipScore score() {
        return RelationshipScore.of(ledger, AS_OF, false, MODEL);
    }

    /** Encodes and decodes the ledger. */
    @Benchmark
    public EngagementLedger codec() {
        return EngagementLedger.CODEC.decode(EngagementLedger.CODEC.encode(EngagementLedger.CODEC.decode(encoded)));
    }

    private static LedgerEntry entry(int day) {
        return new LedgerEntry(day, Direction.INBOUND, EngagementKind.COMMENT, false, 0, LedgerEntry.NOT_JUDGED);
    }
}
