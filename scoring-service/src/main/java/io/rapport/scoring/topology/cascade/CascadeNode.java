package io.rapport.scoring.topology.cascade;

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
 * A message of a cascade, in as many bytes whatever follows it. Its children are kept beside it, in order; without the
 * message itself nothing is known of them here.
 *
 * @param message the message; null before it comes and after it went
 * @param counts its children of each kind, within 48 hours
 * @param earliest when the first children of its tone came, five at most, ascending, in epoch milliseconds
 * @param counting the first child that is not counted yet; null when all are
 * @param telling the first share without words that is not told the message's tone yet; null when all are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CascadeNode(
        @Nullable Message message,
        long[] counts,
        long[] earliest,
        @Nullable String counting,
        @Nullable String telling) {

    /** How many children's times are kept. */
    static final int FIFTH = 5;

    static final CascadeNode NOTHING =
            new CascadeNode(null, new long[ChildKind.values().length], new long[0], null, null);
    static final BinarySerde<CascadeNode> SERDE = new BinarySerde<>(CascadeNode::toBytes, CascadeNode::of);

    private static final int VERSION = 2;

    /** What an engagement says of the message. */
    record Message(UUID engagement, long at, int day, boolean rootOnly, MessageTone tone) {

        static Message of(CascadeChange.ParentChange change) {
            return new Message(change.engagement(), change.at(), change.day(), change.rootOnly(), change.tone());
        }

        void write(BinaryWriter out) {
            out.number(engagement.getMostSignificantBits())
                    .number(engagement.getLeastSignificantBits())
                    .number(at)
                    .number(day)
                    .flag(rootOnly)
                    .constant(tone);
        }

        static Message read(BinaryReader in) {
            return new Message(
                    new UUID(in.whole(), in.whole()), in.whole(), in.integer(), in.isSet(), in.constant(MessageTone.class));
        }

        boolean hasChildrenUntil(long time) {
            return time <= at + ParentMessage.CHILDREN_WITHIN;
        }
    }

    MessageTone tone() {
        return message == null ? MessageTone.NONE : message.tone;
    }

    boolean isNothing() {
        return message == null && telling == null;
    }

    boolean isAtWork() {
        return counting != null || telling != null;
    }

    /** Of another message, or of none, with no child counted. */
    CascadeNode anew(@Nullable Message other, @Nullable String from) {
        return new CascadeNode(other, new long[counts.length], new long[0], from, telling);
    }

    /** Of the same message with another tone. */
    CascadeNode with(Message other) {
        return new CascadeNode(other, counts, earliest, counting, telling);
    }

    CascadeNode with(long[] times) {
        return new CascadeNode(message, counts, times, counting, telling);
    }

    @SuppressWarnings("EnumOrdinal") // only in the order of the array
    CascadeNode counted(ChildKind kind, int more) {
        var sums = counts.clone();
        sums[kind.ordinal()] += more;
        return new CascadeNode(message, sums, earliest, counting, telling);
    }

    CascadeNode countingFrom(@Nullable String next) {
        return new CascadeNode(message, counts, earliest, next, telling);
    }

    CascadeNode tellingFrom(@Nullable String next) {
        return new CascadeNode(message, counts, earliest, counting, next);
    }

    /** Whether a child of this kind counts for a message of this tone. */
    boolean isOfTone(ChildKind kind) {
        return kind == ChildKind.BARE || kind == ChildKind.of(tone());
    }

    /** With one child more among the first. */
    CascadeNode withTime(long time) {
        if (earliest.length == FIFTH && time >= earliest[FIFTH - 1]) {
            return this;
        }
        var times = Arrays.copyOf(earliest, earliest.length + 1);
        times[earliest.length] = time;
        Arrays.sort(times);
        return with(times.length > FIFTH ? Arrays.copyOf(times, FIFTH) : times);
    }

    /** What it adds to its brand's cascades. */
    SpreadLedger contribution() {
        if (message == null) {
            return SpreadLedger.EMPTY;
        }
        long children = 0;
        for (var kind : ChildKind.values()) {
            children += isOfTone(kind) ? count(kind) : 0;
        }
        return SpreadLedger.of(
                new ParentMessage(message.day, message.tone, message.rootOnly, children, millisTo(1), millisTo(FIFTH)));
    }

    @SuppressWarnings("EnumOrdinal") // only in the order of the array
    private long count(ChildKind kind) {
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
        return out.text(counting).text(telling).toBytes();
    }

    private static CascadeNode of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var message = in.isSet() ? Message.read(in) : null;
            var counts = numbers(in, NOTHING.counts.length);
            return new CascadeNode(message, counts, numbers(in, in.flag()), in.text(), in.text());
        });
    }

    private static long[] numbers(BinaryReader in, int n) {
        var numbers = new long[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = in.whole();
        }
        return numbers;
    }
}
