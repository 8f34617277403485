package io.rapport.scoring.topology.cascade.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of a cascade, in constant space: its children are stored separately, see {@link CascadeChildStore}.
 *
 * @param message null before it arrives and after it is removed
 * @param counts children of each kind within 48 hours
 * @param earliest times of the first children of its tone, at most five, ascending, in epoch milliseconds
 * @param countCursor key of the first child that is not counted yet; null when all are
 * @param notifyCursor key of the first share without words that has not been sent the tone yet; null when all have
 */
@SuppressWarnings("ArrayRecordComponent")
public // never compared
record CascadeNode(
        @Nullable CascadeMessage message,
        long[] counts,
        long[] earliest,
        @Nullable String countCursor,
        @Nullable String notifyCursor) {

    /** Maximum number of child times. */
    static final int MAX_TIMES = 5;

    public static final CascadeNode EMPTY =
            new CascadeNode(null, new long[CascadeChildKind.values().length], new long[0], null, null);
    public static final BinarySerde<CascadeNode> SERDE = new BinarySerde<>(CascadeNode::toBytes, CascadeNode::of);

    private static final int VERSION = 2;

    /** A message as an engagement describes it. */
    public record CascadeMessage(UUID engagement, long at, int day, boolean rootOnly, MessageTone tone) {

        public static CascadeMessage of(CascadeChange.ParentChange change) {
            return new CascadeMessage(change.engagement(), change.at(), change.day(), change.rootOnly(), change.tone());
        }

        void write(BinaryWriter out) {
            out.number(engagement.getMostSignificantBits())
                    .number(engagement.getLeastSignificantBits())
                    .number(at)
                    .number(day)
                    .flag(rootOnly)
                    .constant(tone);
        }

        static CascadeMessage read(BinaryReader in) {
            return new CascadeMessage(
                    new UUID(in.int64(), in.int64()),
                    in.int64(),
                    in.int32(),
                    in.bool(),
                    in.constant(MessageTone.class));
        }

        public boolean hasChildrenUntil(long time) {
            return time <= at + ParentMessage.CHILDREN_WITHIN;
        }
    }

    public MessageTone tone() {
        return message == null ? MessageTone.NONE : message.tone;
    }

    /** Whether the node can be deleted. */
    public boolean isEmpty() {
        return message == null && notifyCursor == null;
    }

    /** Whether children are still to be counted or notified. */
    public boolean hasPendingWork() {
        return countCursor != null || notifyCursor != null;
    }

    /** Returns the node of another message, or of none, without counted children. */
    public CascadeNode withNewMessage(@Nullable CascadeMessage other, @Nullable String from) {
        return new CascadeNode(other, new long[counts.length], new long[0], from, notifyCursor);
    }

    /** Returns the node after the tone of its message changed. */
    public CascadeNode withMessage(CascadeMessage other) {
        return new CascadeNode(other, counts, earliest, countCursor, notifyCursor);
    }

    public CascadeNode withTimes(long[] times) {
        return new CascadeNode(message, counts, times, countCursor, notifyCursor);
    }

    @SuppressWarnings("EnumOrdinal")
    public // only in the order of the array
    CascadeNode withCount(CascadeChildKind kind, int more) {
        var sums = counts.clone();
        sums[kind.ordinal()] += more;
        return new CascadeNode(message, sums, earliest, countCursor, notifyCursor);
    }

    public CascadeNode withCountCursor(@Nullable String next) {
        return new CascadeNode(message, counts, earliest, next, notifyCursor);
    }

    public CascadeNode withNotifyCursor(@Nullable String next) {
        return new CascadeNode(message, counts, earliest, countCursor, next);
    }

    /** Whether a child of a kind counts for the tone of the message. */
    public boolean isOfTone(CascadeChildKind kind) {
        return kind == CascadeChildKind.BARE || kind == CascadeChildKind.of(tone());
    }

    /** Adds the time of a child if it is among the first. */
    public CascadeNode withChildTime(long time) {
        if (earliest.length == MAX_TIMES && time >= earliest[MAX_TIMES - 1]) {
            return this;
        }
        var times = Arrays.copyOf(earliest, earliest.length + 1);
        times[earliest.length] = time;
        Arrays.sort(times);
        return withTimes(times.length > MAX_TIMES ? Arrays.copyOf(times, MAX_TIMES) : times);
    }

    /** Returns the contribution to the spread of the brand. */
    public SpreadLedger contribution() {
        return SpreadLedger.of(parent());
    }

    /** Returns the message with its children; {@link ParentMessage#NONE} without a message. */
    public ParentMessage parent() {
        if (message == null) {
            return ParentMessage.NONE;
        }
        long children = 0;
        for (var kind : CascadeChildKind.values()) {
            children += isOfTone(kind) ? count(kind) : 0;
        }
        return new ParentMessage(
                message.day, message.tone, message.rootOnly, children, millisTo(1), millisTo(MAX_TIMES));
    }

    @SuppressWarnings("EnumOrdinal") // only in the order of the array
    private long count(CascadeChildKind kind) {
        return counts[kind.ordinal()];
    }

    private long millisTo(int child) {
        return message == null || earliest.length < child
                ? ParentMessage.NEVER
                : Math.max(0, earliest[child - 1] - message.at);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION).flag(message != null);
        if (message != null) {
            message.write(out);
        }
        for (var count : counts) {
            out.number(count);
        }
        out.flag(earliest.length);
        for (var time : earliest) {
            out.number(time);
        }
        return out.text(countCursor).text(notifyCursor).toBytes();
    }

    private static CascadeNode of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var message = in.bool() ? CascadeMessage.read(in) : null;
            var counts = numbers(in, EMPTY.counts.length);
            return new CascadeNode(message, counts, numbers(in, in.int8()), in.text(), in.text());
        });
    }

    private static long[] numbers(BinaryReader in, int n) {
        var numbers = new long[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = in.int64();
        }
        return numbers;
    }
}
