package io.rapport.scoring.topology.content;

import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.content.PostDay;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A post, or one of its days, as {@link PostDayStore} keeps them.
 *
 * @param post null in the entry of a day
 * @param postDay epoch day of the post; 0 in the entry of a day
 * @param counts null in the entry of a post
 */
public record PostEntry(
        @Nullable BrandPost post, int postDay, @Nullable PostDay counts) {

    static final BinarySerde<PostEntry> SERDE = new BinarySerde<>(PostEntry::toBytes, PostEntry::of);

    private static final int VERSION = 1;

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        ChannelUptake.write(post, out);
        if (counts == null) {
            return out.number(postDay).toBytes();
        }
        out.number(counts.day()).number(counts.lastAt());
        ChannelUptake.write(counts.byAge(), out);
        return out.toBytes();
    }

    private static PostEntry of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var post = ChannelUptake.readPost(in);
            if (post != null) {
                return new PostEntry(post, in.int32(), null);
            }
            var day = in.int32();
            var lastAt = in.int64();
            return new PostEntry(null, 0, new PostDay(day, ChannelUptake.readNumbers(in), lastAt));
        });
    }
}
