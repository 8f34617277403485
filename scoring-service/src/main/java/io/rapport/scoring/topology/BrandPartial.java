package io.rapport.scoring.topology;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.BrandLedger;
import io.rapport.scoring.domain.BrandLedgerCodec;
import org.jspecify.annotations.Nullable;

/**
 * What one task's people add to their brand's figures and the brand does not know yet, but for its series, whose
 * {@link WaitingDays days} are kept apart. While the day is being turned it is kept back, so that figures never mix two
 * days.
 *
 * @param day epoch day people are judged on, {@link Days#NONE} before the brand's first
 * @param cursor where the turn of the day has got to; null when everyone is judged on {@code day}
 * @param pending whether there is anything to send
 * @param sentAt wall-clock milliseconds
 * @param reason of the latest change
 * @param change since the last time it was sent: the snapshot (in the first version of the form, the series as well)
 */
record BrandPartial(
        int day, @Nullable String cursor, boolean pending, long sentAt, ChangeReason reason, BrandLedger change) {

    static final BinarySerde<BrandPartial> SERDE = new BinarySerde<>(BrandPartial::toBytes, BrandPartial::of);

    private static final int VERSION = 2;

    /** A brand that meets this task on a day. */
    static BrandPartial on(int day) {
        return new BrandPartial(day, null, false, 0, ChangeReason.UNKNOWN, BrandLedger.EMPTY);
    }

    BrandPartial plus(ChangeReason why, BrandLedger more) {
        return new BrandPartial(day, cursor, true, sentAt, why, change.plus(more));
    }

    BrandPartial turnedTo(int newDay, @Nullable String next) {
        return new BrandPartial(newDay, next, true, sentAt, ChangeReason.DAY_TURNED, change);
    }

    BrandPartial sent(long now) {
        return new BrandPartial(day, cursor, false, now, reason, BrandLedger.EMPTY);
    }

    boolean isDue(long now) {
        return pending && cursor == null && day != Days.NONE && Pace.rested(sentAt, now);
    }

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .number(day)
                .text(cursor)
                .flag(pending)
                .number(sentAt)
                .constant(reason)
                .bytes(BrandLedgerCodec.encode(change))
                .toBytes();
    }

    private static BrandPartial of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new BrandPartial(
                        in.integer(),
                        in.text(),
                        in.isSet(),
                        in.whole(),
                        in.constant(ChangeReason.class),
                        BrandLedgerCodec.decode(in.bytes())));
    }
}
