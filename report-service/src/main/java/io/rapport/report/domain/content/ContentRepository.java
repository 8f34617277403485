package io.rapport.report.domain.content;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.content.ContentMeasured;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a brand's posts are taken up, the newest state of each channel and day. */
public interface ContentRepository {

    /** Takes states in; of each channel and day the newest stays. */
    void saveNewer(BrandKey brand, Collection<ContentMeasured> states);

    /**
     * One channel's posts.
     *
     * @param day as they were by the end of this day; null for now
     */
    Optional<ContentMeasured> findAsOf(BrandKey brand, String channel, @Nullable LocalDate day);

    /** The channels there are posts on, in alphabetical order. */
    List<String> findChannels(BrandKey brand);
}
