package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.day.EventDay;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The engagements of one day of a brand, or a change of them.
 *
 * @param outcomes engagements by outcome
 * @param handles traces of the two handles whose engagements were received last; duplicates and rejected ones leave none
 */
public record DayActivity(OutcomeCounts outcomes, List<HandleTrace> handles) {

    /** No engagements. */
    public static final DayActivity EMPTY = new DayActivity(OutcomeCounts.EMPTY, List.of());
    /** The stored form. */
    public static final BinarySerde<DayActivity> SERDE =
            new BinarySerde<>(activity -> activity.write(new BinaryWriter(1)).toBytes(), DayActivity::of);

    private static final int MAX_HANDLES = 2;

    /** Adds other engagements of the same day. */
    public DayActivity plus(DayActivity other) {
        var latest = new HashMap<Integer, Long>();
        Stream.concat(handles.stream(), other.handles.stream())
                .forEach(trace -> latest.merge(trace.hash(), trace.receivedAt(), Long::max));
        var traces = latest.entrySet().stream()
                .map(entry -> new HandleTrace(entry.getKey(), entry.getValue()))
                .sorted()
                .limit(MAX_HANDLES)
                .toList();
        return new DayActivity(outcomes.plus(other.outcomes), traces);
    }

    /** Returns the day with the handles of engagements that were received after a time. */
    EventDay.ActiveDay activeAfter(int day, long receivedAt) {
        return new EventDay.ActiveDay(
                day,
                handles.stream()
                        .filter(trace -> trace.receivedAt() > receivedAt)
                        .map(HandleTrace::hash)
                        .toList());
    }

    /** Returns the number of engagements that are neither duplicates, rejected, revised nor withdrawn. */
    long accepted() {
        return outcomes.total()
                - outcomes.countOf(EngagementOutcome.DUPLICATE)
                - outcomes.countOf(EngagementOutcome.REJECTED)
                - outcomes.countOf(EngagementOutcome.REVISED)
                - outcomes.countOf(EngagementOutcome.WITHDRAWN);
    }

    BinaryWriter write(BinaryWriter out) {
        outcomes.write(out);
        out.flag(handles.size());
        handles.forEach(trace -> out.number(trace.hash()).number(trace.receivedAt()));
        return out;
    }

    static DayActivity read(BinaryReader in) {
        var outcomes = OutcomeCounts.read(in);
        var handles = Stream.generate(() -> new HandleTrace(in.int32(), in.int64()))
                .limit(in.int8())
                .toList();
        return new DayActivity(outcomes, handles);
    }

    private static DayActivity of(byte[] bytes) {
        return BinaryReader.read(bytes, 1, DayActivity::read);
    }
}
