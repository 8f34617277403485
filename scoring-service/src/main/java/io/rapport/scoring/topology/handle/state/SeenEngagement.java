package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The permanent entry of an engagement: its hash for deduplication, and what a correction of its sentiment needs. A
 * correction may arrive before its engagement.
 *
 * @param hash of the body; null before the engagement arrived
 * @param text null when it has no text or enters no ledger
 * @param correction the latest; null without one
 */
public record SeenEngagement(
        @Nullable Long hash,
        @Nullable SeenText text,
        @Nullable AppliedCorrection correction) {

    /**
     * The text of the engagement.
     *
     * @param handle hash of the key of its handle
     * @param day epoch day it counts on
     * @param polarity in millionths, as in the ledger
     * @param words hash of brand and text
     */
    public record SeenText(int handle, int day, int polarity, long words) {}

    /**
     * A sentiment correction.
     *
     * @param version the highest wins
     * @param polarity -1 to 1
     * @param at epoch milliseconds
     */
    public record AppliedCorrection(long version, double polarity, long at) {}

    /** An engagement that neither arrived nor was corrected. */
    public static final SeenEngagement EMPTY = new SeenEngagement(null, null, null);
    /** The stored form. */
    public static final BinarySerde<SeenEngagement> SERDE =
            new BinarySerde<>(SeenEngagement::toBytes, SeenEngagement::of);

    private static final int VERSION = 2;

    /** Returns the entry after the engagement arrived. */
    public SeenEngagement withBody(long body, @Nullable SeenText words) {
        return new SeenEngagement(body, words, correction);
    }

    /** Returns the entry after a correction. */
    public SeenEngagement withCorrection(AppliedCorrection latest, @Nullable SeenText words) {
        return new SeenEngagement(hash, words, latest);
    }

    /** Whether a version is newer than the last correction. */
    public boolean isNewer(long version) {
        return correction == null || version > correction.version;
    }

    /** Encodes the entry. Without text and correction it is the hash alone, as in version 1. */
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
            var hasArrived = in.bool();
            var hasText = in.bool();
            var isCorrected = in.bool();
            return new SeenEngagement(
                    hasArrived ? Long.valueOf(in.int64()) : null,
                    hasText ? new SeenText(in.int32(), in.int32(), in.int32(), in.int64()) : null,
                    isCorrected ? new AppliedCorrection(in.int64(), in.float64(), in.int64()) : null);
        });
    }
}
