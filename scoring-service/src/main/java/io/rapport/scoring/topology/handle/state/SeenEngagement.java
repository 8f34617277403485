package io.rapport.scoring.topology.handle.state;

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
public record SeenEngagement(
        @Nullable Long hash, @Nullable SeenText text, @Nullable AppliedCorrection correction) {

    /**
     * Its words.
     *
     * @param handle hash of the handle that sent them
     * @param day epoch day they count on
     * @param polarity in millionths, as they are in the ledger
     * @param words hash of brand and words
     */
    public record SeenText(int handle, int day, int polarity, long words) {}

    /**
     * What a person said of them.
     *
     * @param version newer replaces older
     * @param polarity -1 to 1
     * @param at epoch milliseconds
     */
    public record AppliedCorrection(long version, double polarity, long at) {}

    public static final SeenEngagement EMPTY = new SeenEngagement(null, null, null);
    public static final BinarySerde<SeenEngagement> SERDE = new BinarySerde<>(SeenEngagement::toBytes, SeenEngagement::of);

    private static final int VERSION = 2;

    public SeenEngagement withBody(long body, @Nullable SeenText words) {
        return new SeenEngagement(body, words, correction);
    }

    public SeenEngagement withCorrection(AppliedCorrection latest, @Nullable SeenText words) {
        return new SeenEngagement(hash, words, latest);
    }

    public boolean isNewer(long version) {
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

    private static SeenEngagement of(byte[] bytes) {
        if (bytes.length == Long.BYTES) {
            return new SeenEngagement(ByteBuffer.wrap(bytes).getLong(), null, null);
        }
        return BinaryReader.read(bytes, VERSION, in -> {
            var received = in.bool();
            var worded = in.bool();
            var said = in.bool();
            return new SeenEngagement(
                    received ? Long.valueOf(in.int64()) : null,
                    worded ? new SeenText(in.int32(), in.int32(), in.int32(), in.int64()) : null,
                    said ? new AppliedCorrection(in.int64(), in.float64(), in.int64()) : null);
        });
    }
}
