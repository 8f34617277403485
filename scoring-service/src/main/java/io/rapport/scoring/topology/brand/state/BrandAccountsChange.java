package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of a brand's accounts from handles: engagement outcomes, and what belongs to no person.
 *
 * @param outcomes engagements by outcome
 * @param posts the posts of the brand
 * @param service answers
 * @param value visits whose visitors are not known
 * @param activity engagements by day
 */
public record BrandAccountsChange(
        OutcomeCounts outcomes, BrandLedger posts, ServiceLedger service, ValueLedger value, BrandActivity activity) {

    /** The form in the repartition topic. */
    public static final BinarySerde<BrandAccountsChange> SERDE =
            new BinarySerde<>(BrandAccountsChange::toBytes, BrandAccountsChange::of);

    /** No change. */
    public static final BrandAccountsChange NONE = of(OutcomeCounts.EMPTY, BrandActivity.EMPTY);

    private static final int VERSION = 4;
    private static final int FIRST_VERSION_WITH_ACTIVITY = 3;
    private static final int FIRST_VERSION_WITH_VALUE = 4;

    /** Returns the change of one engagement that moves the day of the brand. */
    public static BrandAccountsChange of(EngagementOutcome outcome, int day, HandleTrace handle) {
        return of(OutcomeCounts.EMPTY.plus(outcome, 1), BrandActivity.of(day, outcome, handle));
    }

    /** Returns the change of one duplicate, rejected or withdrawn engagement. */
    public static BrandAccountsChange ofRepeated(EngagementOutcome outcome, int day) {
        return of(OutcomeCounts.EMPTY.plus(outcome, 1), BrandActivity.ofRepeated(day, outcome));
    }

    /** Returns the change of one engagement that a higher revision replaces. */
    public static BrandAccountsChange ofRevised(EngagementOutcome from, int day) {
        return ofMove(from, EngagementOutcome.REVISED, 1, new TreeMap<>(Map.of(day, 1L)));
    }

    /**
     * Returns the change of engagements that move from one outcome to another.
     *
     * @param days their number by epoch day
     */
    public static BrandAccountsChange ofMove(
            EngagementOutcome from, EngagementOutcome to, long n, SortedMap<Integer, Long> days) {
        return of(OutcomeCounts.EMPTY.plus(from, -n).plus(to, n), BrandActivity.ofMove(from, to, days));
    }

    private static BrandAccountsChange of(OutcomeCounts outcomes, BrandActivity activity) {
        return new BrandAccountsChange(outcomes, BrandLedger.EMPTY, ServiceLedger.EMPTY, ValueLedger.EMPTY, activity);
    }

    /** Adds posts. */
    public BrandAccountsChange withPosts(BrandLedger more) {
        return new BrandAccountsChange(outcomes, posts.plus(more), service, value, activity);
    }

    /** Adds answers. */
    public BrandAccountsChange withAnswers(ServiceLedger more) {
        return new BrandAccountsChange(outcomes, posts, service.plus(more), value, activity);
    }

    /** Adds visits whose visitors are not known. */
    public BrandAccountsChange withValue(ValueLedger more) {
        return more.isEmpty() ? this : new BrandAccountsChange(outcomes, posts, service, value.plus(more), activity);
    }

    /** Adds another change. */
    public BrandAccountsChange plus(BrandAccountsChange other) {
        return new BrandAccountsChange(
                outcomes.plus(other.outcomes),
                posts.plus(other.posts),
                service.plus(other.service),
                value.plus(other.value),
                activity.plus(other.activity));
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        outcomes.write(out);
        out.bytes(BrandLedger.CODEC.encode(posts)).bytes(ServiceLedger.CODEC.encode(service));
        activity.write(out);
        out.bytes(ValueLedger.CODEC.encode(value));
        return out.toBytes();
    }

    private static BrandAccountsChange of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var outcomes = OutcomeCounts.read(in);
            var posts = BrandLedger.CODEC.decode(in.bytes());
            var service = in.version() == 1 ? ServiceLedger.EMPTY : ServiceLedger.CODEC.decode(in.bytes());
            var activity = readActivity(in);
            var value =
                    in.version() < FIRST_VERSION_WITH_VALUE ? ValueLedger.EMPTY : ValueLedger.CODEC.decode(in.bytes());
            return new BrandAccountsChange(outcomes, posts, service, value, activity);
        });
    }

    private static BrandActivity readActivity(BinaryReader in) {
        return in.version() < FIRST_VERSION_WITH_ACTIVITY
                ? BrandActivity.ofLastDay(in.int32())
                : BrandActivity.read(in);
    }
}
