package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an engagement for good: enough to tell it from others, and to move the ledger when a person says
 * how its words were meant. A correction may come before its engagement.
 *
 * @param hash of its body; null before it came
 * @param text its words; null when it has none or counts for nobody
 * @param correction the latest; null when nobody said anything
 */
record Seen(
        @Nullable Long hash, @Nullable Text text, @Nullable Correction correction) {

    /**
     * Its words.
     *
     * @param handle hash of the handle that sent them
     * @param day epoch day they count on
     * @param polarity in millionths, as they are in the ledger
     * @param words hash of brand and words
     */
    record Text(int handle, int day, int polarity, long words) {}

    /**
     * What a person said of them.
     *
     * @param version newer replaces older
     * @param polarity -1 to 1
     * @param at epoch milliseconds
     */
    record Correction(long version, double polarity, long at) {}

    static final Seen NOTHING = new Seen(null, null, null);
    static final BinarySerde<Seen> SERDE = new BinarySerde<>(Seen::toBytes, Seen::of);

    private static final int VERSION = 2;

    Seen received(long body, @Nullable Text words) {
        return new Seen(body, words, correction);
    }

    Seen corrected(Correction latest, @Nullable Text words) {
        return new Seen(hash, words, latest);
    }

    boolean isNews(long version) {
        return correction == null || version > correction.version;
    }

    /** What has no words is its hash alone, which is how version 1 wrote everything. */
    private byte[] toBytes() {
        if (hash != null && text == null && correction == null) {
            return ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
        }
        var out =
                new BinaryWriter(VERSION).flag(hash != null).flag(text != null).flag(correction != null);
        if (hash != null) {
            out.number(hash.longValue());
        }
        if (text != null) {
            out.number(text.handle).number(text.day).number(text.polarity).number(text.words);
        }
        if (correction != null) {
            out.number(correction.version).number(correction.polarity).number(correction.at);
        }
        return out.toBytes();
    }

    private static Seen of(byte[] bytes) {
        if (bytes.length == Long.BYTES) {
            return new Seen(ByteBuffer.wrap(bytes).getLong(), null, null);
        }
        return BinaryReader.read(bytes, VERSION, in -> {
            var received = in.isSet();
            var worded = in.isSet();
            var said = in.isSet();
            return new Seen(
                    received ? Long.valueOf(in.whole()) : null,
                    worded ? new Text(in.integer(), in.integer(), in.integer(), in.whole()) : null,
                    said ? new Correction(in.whole(), in.real(), in.whole()) : null);
        });
    }
}
