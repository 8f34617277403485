package io.rapport.scoring.topology;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.BrandLedger;
import io.rapport.scoring.domain.BrandLedgerCodec;

/**
 * What the people of one partition add to a brand's figures.
 *
 * @param partition whose people
 * @param asOf epoch day all of them are judged on, once this is added
 * @param reason of the latest change in it
 * @param change to the brand's ledger
 */
record FiguresChange(int partition, int asOf, ChangeReason reason, BrandLedger change) {

    static final BinarySerde<FiguresChange> SERDE = new BinarySerde<>(FiguresChange::toBytes, FiguresChange::of);

    private static final int VERSION = 2;

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .number(partition)
                .number(asOf)
                .constant(reason)
                .bytes(BrandLedgerCodec.encode(change))
                .toBytes();
    }

    private static FiguresChange of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new FiguresChange(
                        in.integer(),
                        in.integer(),
                        in.constant(ChangeReason.class),
                        BrandLedgerCodec.decode(in.bytes())));
    }
}
