package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;

/**
 * A change of a brand's accounts from handles: engagement outcomes, and what belongs to no person.
 *
 * @param outcomes engagements by outcome
 * @param posts the posts of the brand
 * @param service answers
 * @param lastDay latest day with an engagement, {@link EpochDays#NONE} without one
 */
public record BrandAccountsChange(OutcomeCounts outcomes, BrandLedger posts, ServiceLedger service, int lastDay) {

    /** The form in the repartition topic. */
    public static final BinarySerde<BrandAccountsChange> SERDE =
            new BinarySerde<>(BrandAccountsChange::toBytes, BrandAccountsChange::of);

    private static final int VERSION = 2;

    /** Returns the change of one engagement. */
    public static BrandAccountsChange of(EngagementOutcome outcome, int day) {
        return of(OutcomeCounts.EMPTY.plus(outcome, 1), BrandLedger.EMPTY, day);
    }

    /** Returns a change of engagements and posts. */
    public static BrandAccountsChange of(OutcomeCounts tally, BrandLedger posts, int lastDay) {
        return new BrandAccountsChange(tally, posts, ServiceLedger.EMPTY, lastDay);
    }

    /** Returns the change of engagements that move from one outcome to another. */
    public static BrandAccountsChange ofMove(EngagementOutcome from, EngagementOutcome to, long n) {
        return of(OutcomeCounts.EMPTY.plus(from, -n).plus(to, n), BrandLedger.EMPTY, EpochDays.NONE);
    }

    /** Adds answers. */
    public BrandAccountsChange withAnswers(ServiceLedger more) {
        return new BrandAccountsChange(outcomes, posts, service.plus(more), lastDay);
    }

    /** Adds another change. */
    public BrandAccountsChange plus(BrandAccountsChange other) {
        return new BrandAccountsChange(
                outcomes.plus(other.outcomes),
                posts.plus(other.posts),
                service.plus(other.service),
                Math.max(lastDay, other.lastDay));
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        outcomes.write(out);
        return out.bytes(BrandLedger.CODEC.encode(posts))
                .bytes(ServiceLedger.CODEC.encode(service))
                .number(lastDay)
                .toBytes();
    }

    private static BrandAccountsChange of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new BrandAccountsChange(
                        OutcomeCounts.read(in),
                        BrandLedger.CODEC.decode(in.bytes()),
                        in.version() == 1 ? ServiceLedger.EMPTY : ServiceLedger.CODEC.decode(in.bytes()),
                        in.int32()));
    }
}
