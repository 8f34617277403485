package io.rapport.report.domain.content;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.content.ContentMeasured;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content measurements of brands by channel and day. Saves are idempotent. */
public interface ContentRepository {

    /** Saves states; of each channel and day, the one with the highest sequence is kept. */
    void saveNewer(Collection<ContentMeasured> states);

    /**
     * The measurement of a channel's posts.
     *
     * @param day the day, or the last one before it that has a measurement; null for the latest
     */
    Optional<ContentMeasured> findAsOf(BrandKey brand, String channel, @Nullable LocalDate day);

    /** The channels that have posts, in alphabetical order. */
    List<String> findChannels(BrandKey brand);
}
