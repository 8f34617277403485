package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;

/**
 * A change of a brand's figures from the people of one partition.
 *
 * @param partition of the people
 * @param part their scoring progress after this change
 * @param reason of the latest change in it
 * @param change of the brand's ledger
 */
public record BrandFiguresChange(int partition, PartitionProgress part, ChangeReason reason, BrandLedger change) {

    /** The form in the repartition topic. */
    public static final BinarySerde<BrandFiguresChange> SERDE =
            new BinarySerde<>(BrandFiguresChange::toBytes, BrandFiguresChange::of);

    private static final int VERSION = 3;

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION).number(partition);
        part.write(out);
        return out.constant(reason).bytes(BrandLedger.CODEC.encode(change)).toBytes();
    }

    private static BrandFiguresChange of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new BrandFiguresChange(
                        in.int32(),
                        PartitionProgress.read(in),
                        in.constant(ChangeReason.class),
                        BrandLedger.CODEC.decode(in.bytes())));
    }
}
