package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.brand.state.PartitionProgress;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.jspecify.annotations.Nullable;

/**
 * The partial figures of one task's people of a brand: the pending change of the snapshot and the progress of a walk over
 * all people. Series are kept apart, see {@link PendingSeries}. During a walk the change is held back, so that the brand never
 * mixes two days or two models.
 *
 * @param target what people are scored by
 * @param turn sequence of the turn that the day is of; 0 if it is not known
 * @param walk the active walk; null when all people have the target
 * @param judged people scored in the last walk
 * @param pending whether there is something to send
 * @param sentAt wall-clock milliseconds
 * @param reason of the latest change
 * @param change pending since the last time it was sent: the snapshot, and in version 1 of the form the series
 */
public record BrandPartial(
        ScoringTarget target,
        long turn,
        @Nullable RescoringWalk walk,
        long judged,
        boolean pending,
        long sentAt,
        ChangeReason reason,
        BrandLedger change) {

    public static final BinarySerde<BrandPartial> SERDE = new BinarySerde<>(BrandPartial::toBytes, BrandPartial::of);

    private static final int VERSION = 4;
    private static final int FIRST_VERSION_WITH_TURN = 4;

    /**
     * A walk over all of this task's people of a brand.
     *
     * @param cursor the key where it continues
     * @param reason why people are rescored
     */
    public record RescoringWalk(String cursor, ChangeReason reason) {}

    /** Returns the partial of a new brand. */
    static BrandPartial forTarget(ScoringTarget target, long turn) {
        return new BrandPartial(target, turn, null, 0, false, 0, ChangeReason.UNKNOWN, BrandLedger.EMPTY);
    }

    BrandPartial plus(ChangeReason why, BrandLedger more) {
        return new BrandPartial(target, turn, walk, judged, true, sentAt, why, change.plus(more));
    }

    /** Returns the partial after a turn to the day that it has. */
    public BrandPartial withTurn(long newTurn) {
        return new BrandPartial(target, newTurn, walk, judged, pending, sentAt, reason, change);
    }

    /** Starts a walk to rescore all people for another target. */
    public BrandPartial startWalk(ScoringTarget next, long newTurn, String start) {
        var why = next.model().equals(target.model()) ? ChangeReason.DAY_TURNED : ChangeReason.MODEL_CHANGED;
        return new BrandPartial(next, newTurn, new RescoringWalk(start, why), 0, true, sentAt, why, change);
    }

    /**
     * Returns the partial after a step of the walk.
     *
     * @param people the number of people in the step
     * @param next where to continue; null after the last step
     */
    public BrandPartial advanceWalk(int people, @Nullable String next) {
        var why = walk == null ? reason : walk.reason;
        var rest = next == null ? null : new RescoringWalk(next, why);
        return new BrandPartial(target, turn, rest, judged + people, true, sentAt, why, change);
    }

    /** Returns the partial after its change was sent. */
    BrandPartial markSent(long now) {
        return new BrandPartial(target, turn, walk, judged, false, now, reason, BrandLedger.EMPTY);
    }

    /** Returns the partial after the progress of the walk was sent. */
    BrandPartial markProgressSent(long now) {
        return new BrandPartial(target, turn, walk, judged, pending, now, reason, change);
    }

    /** Whether the pending change is to be sent. */
    boolean isDue(long now) {
        return pending && walk == null && target.day() != EpochDays.NONE && WallClockSchedule.isDue(sentAt, now);
    }

    /** Whether the progress of a walk for another model is to be sent. */
    boolean isProgressDue(long now) {
        return walk != null && walk.reason == ChangeReason.MODEL_CHANGED && WallClockSchedule.isDue(sentAt, now);
    }

    /** Returns the progress of this partition. */
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
                .number(turn)
                .toBytes();
    }

    private static BrandPartial of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var partial = new BrandPartial(
                    ScoringTarget.read(in),
                    0,
                    readWalk(in),
                    in.version() < ScoringTarget.FIRST_VERSION_WITH_MODEL ? 0 : in.int64(),
                    in.bool(),
                    in.int64(),
                    in.constant(ChangeReason.class),
                    BrandLedger.CODEC.decode(in.bytes()));
            return in.version() < FIRST_VERSION_WITH_TURN ? partial : partial.withTurn(in.int64());
        });
    }

    private static @Nullable RescoringWalk readWalk(BinaryReader in) {
        var cursor = in.text();
        var old = in.version() < ScoringTarget.FIRST_VERSION_WITH_MODEL;
        var why = old ? ChangeReason.DAY_TURNED : in.constant(ChangeReason.class);
        return cursor == null ? null : new RescoringWalk(cursor, why);
    }
}
