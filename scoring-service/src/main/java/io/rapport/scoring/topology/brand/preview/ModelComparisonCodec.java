package io.rapport.scoring.topology.brand.preview;

import io.rapport.contracts.model.PreviewMover;
import io.rapport.contracts.model.PreviewScore;
import io.rapport.contracts.score.Stage;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.ArrayList;
import java.util.UUID;

/** Reads and writes model comparisons in the binary form. */
public final class ModelComparisonCodec {

    private ModelComparisonCodec() {}

    /** Writes a comparison. */
    public static void write(ModelComparison sum, BinaryWriter out) {
        out.number(sum.people())
                .bytes(BrandLedger.CODEC.encode(sum.before()))
                .bytes(BrandLedger.CODEC.encode(sum.change()))
                .number(sum.movers().size());
        for (var mover : sum.movers()) {
            out.number(mover.person().getMostSignificantBits())
                    .number(mover.person().getLeastSignificantBits());
            write(mover.before(), out);
            write(mover.after(), out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ModelComparison read(BinaryReader in) {
        var people = in.int64();
        var before = BrandLedger.CODEC.decode(in.bytes());
        var change = BrandLedger.CODEC.decode(in.bytes());
        var movers = new ArrayList<PreviewMover>();
        for (var left = in.int32(); left > 0; left--) {
            movers.add(new PreviewMover(new UUID(in.int64(), in.int64()), readScore(in), readScore(in)));
        }
        return new ModelComparison(people, before, change, movers);
    }

    private static void write(PreviewScore score, BinaryWriter out) {
        out.number(score.strength()).constant(score.stage());
    }

    private static PreviewScore readScore(BinaryReader in) {
        return new PreviewScore(in.float64(), in.constant(Stage.class));
    }
}
