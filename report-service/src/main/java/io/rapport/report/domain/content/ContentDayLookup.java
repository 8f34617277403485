package io.rapport.report.domain.content;

import io.rapport.contracts.BrandKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the posts of earlier days. */
@FunctionalInterface
public interface ContentDayLookup {

    /**
     * The latest posts of each channel on a day, with what happened up to the day.
     *
     * @param channel null for the first 50 channels
     */
    List<ContentReport.ChannelPost> find(BrandKey brand, LocalDate day, @Nullable String channel);
}
