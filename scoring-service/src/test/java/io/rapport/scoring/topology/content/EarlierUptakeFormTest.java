package io.rapport.scoring.topology.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.content.PostUptake;
import io.rapport.scoring.topology.content.ChannelUptake.StoredUptake;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms that builds without revisions wrote are read: they end before the fields that revisions added. */
class EarlierUptakeFormTest {

    private static final BrandPost POST = new BrandPost("p", "https://x.example/p", 1000, List.of("t"), true);

    @Test
    void aStoredPostWithoutClaimsHasOneAndAnUnknownMessageNone() {
        var posted = PostUptake.EMPTY.withPost(POST, 3).withEngagement(2000, 3);
        // The day of UTC, which follows the time of an engagement that waits for its post.
        var unknown = PostUptake.EMPTY.withEngagement(2000, 0);
        for (var uptake : List.of(posted, unknown)) {
            var stored = new StoredUptake(uptake, 77);
            var added = Long.BYTES + uptake.early().size() * Integer.BYTES;

            assertThat(ChannelUptake.KEPT
                            .read()
                            .apply(earlier(ChannelUptake.KEPT.write().apply(stored), added)))
                    .isEqualTo(stored);
            assertThat(ChannelUptake.KEPT
                            .read()
                            .apply(ChannelUptake.KEPT.write().apply(stored)))
                    .isEqualTo(stored);
        }
    }

    @Test
    void aChannelWithoutClaimsKeepsItsPosts() {
        var channel = ChannelUptake.of(POST, PostUptake.EMPTY.withPost(POST, 3));

        assertThat(ChannelUptake.SERDE
                        .read()
                        .apply(earlier(ChannelUptake.SERDE.write().apply(channel), Long.BYTES))
                        .withoutWithdrawn())
                .isEqualTo(channel);
    }

    @Test
    void anActivityWithoutASignIsAdded() {
        var activity = new PostActivity(POST, 5, 6, false, null);

        assertThat(PostActivity.SERDE
                        .read()
                        .apply(earlier(PostActivity.SERDE.write().apply(activity), 2)))
                .isEqualTo(activity);
        assertThat(PostActivity.SERDE.read().apply(PostActivity.SERDE.write().apply(activity.negated())))
                .isEqualTo(activity.negated());
    }

    private static byte[] earlier(byte[] bytes, int added) {
        var earlier = Arrays.copyOf(bytes, bytes.length - added);
        earlier[0] = 1;
        return earlier;
    }
}
