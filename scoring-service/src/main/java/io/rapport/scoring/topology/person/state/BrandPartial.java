package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.brand.state.PartitionProgress;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import org.jspecify.annotations.Nullable;

/**
 * What one task's people add to their brand's figures and the brand does not know yet, but for its series, whose
 * {@link PendingSeries days} are kept apart. While they are being judged by something else it is kept back, so that figures
 * never mix two days or two models.
 *
 * @param target what people are judged by
 * @param walk how far that has got; null when everyone is
 * @param judged how many people were, in the last walk
 * @param pending whether there is anything to send
 * @param sentAt wall-clock milliseconds
 * @param reason of the latest change
 * @param change since the last time it was sent: the snapshot (in the first version of the form, the series as well)
 */
public record BrandPartial(
        ScoringTarget target,
        @Nullable RescoringWalk walk,
        long judged,
        boolean pending,
        long sentAt,
        ChangeReason reason,
        BrandLedger change) {

    public static final BinarySerde<BrandPartial> SERDE = new BinarySerde<>(BrandPartial::toBytes, BrandPartial::of);

    private static final int VERSION = 3;

    /**
     * A walk over all of a brand's people of this task.
     *
     * @param cursor where it goes on
     * @param reason why they are judged anew
     */
    public record RescoringWalk(String cursor, ChangeReason reason) {}

    /** A brand that meets this task. */
    static BrandPartial forTarget(ScoringTarget target) {
        return new BrandPartial(target, null, 0, false, 0, ChangeReason.UNKNOWN, BrandLedger.EMPTY);
    }

    BrandPartial plus(ChangeReason why, BrandLedger more) {
        return new BrandPartial(target, walk, judged, true, sentAt, why, change.plus(more));
    }

    /** Everyone is to be judged by something else. */
    public BrandPartial startWalk(ScoringTarget next, String start) {
        var why = next.model().equals(target.model()) ? ChangeReason.DAY_TURNED : ChangeReason.MODEL_CHANGED;
        return new BrandPartial(next, new RescoringWalk(start, why), 0, true, sentAt, why, change);
    }

    /**
     * A step of the walk is done.
     *
     * @param people how many there were in it
     * @param next where to go on; null when it was the last
     */
    public BrandPartial advanceWalk(int people, @Nullable String next) {
        var why = walk == null ? reason : walk.reason;
        var rest = next == null ? null : new RescoringWalk(next, why);
        return new BrandPartial(target, rest, judged + people, true, sentAt, why, change);
    }

    BrandPartial markSent(long now) {
        return new BrandPartial(target, walk, judged, false, now, reason, BrandLedger.EMPTY);
    }

    /** The brand was told how far the walk is, and nothing else. */
    BrandPartial markProgressSent(long now) {
        return new BrandPartial(target, walk, judged, pending, now, reason, change);
    }

    boolean isDue(long now) {
        return pending && walk == null && target.day() != EpochDays.NONE && WallClockSchedule.isDue(sentAt, now);
    }

    /** Whether the brand would like to know how far the walk is. */
    boolean isProgressDue(long now) {
        return walk != null && walk.reason == ChangeReason.MODEL_CHANGED && WallClockSchedule.isDue(sentAt, now);
    }

    PartitionProgress partitionProgress() {
        return new PartitionProgress(target, judged, walk == null);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        target.write(out);
        return out.text(walk == null ? null : walk.cursor)
                .constant(walk == null ? ChangeReason.UNKNOWN : walk.reason)
                .number(judged)
                .flag(pending)
                .number(sentAt)
                .constant(reason)
                .bytes(BrandLedger.CODEC.encode(change))
                .toBytes();
    }

    private static BrandPartial of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new BrandPartial(
                        ScoringTarget.read(in),
                        readWalk(in),
                        in.version() < ModelLookup.FIRST_WITH_MODELS ? 0 : in.int64(),
                        in.bool(),
                        in.int64(),
                        in.constant(ChangeReason.class),
                        BrandLedger.CODEC.decode(in.bytes())));
    }

    private static @Nullable RescoringWalk readWalk(BinaryReader in) {
        var cursor = in.text();
        var old = in.version() < ModelLookup.FIRST_WITH_MODELS;
        var why = old ? ChangeReason.DAY_TURNED : in.constant(ChangeReason.class);
        return cursor == null ? null : new RescoringWalk(cursor, why);
    }
}
