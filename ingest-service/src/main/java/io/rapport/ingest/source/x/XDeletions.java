package io.rapport.ingest.source.x;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.domain.source.SourceMapping;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maps deletions of posts, of which the payload contains only the id and the author. */
final class XDeletions {

    private XDeletions() {}

    /**
     * Maps a deletion: of a post of the brand, or of a mention by another account.
     *
     * @param time when it happened; null if the payload does not contain it: the time of receipt
     */
    static SourceMapping.Mapped deletion(String account, String post, String author, @Nullable Instant time) {
        var isOwn = author.equals(account);
        return SourceEngagement.of(
                        "post:" + post,
                        XPostMapper.CHANNEL,
                        isOwn ? Direction.OUTBOUND : Direction.INBOUND,
                        isOwn ? EngagementKind.POST : EngagementKind.MENTION,
                        time)
                .with("actor.id", author)
                .with("object.id", post)
                .forAccount(account, time == null ? null : time.toEpochMilli(), true);
    }
}
