package io.rapport.report.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.DayInterval;
import io.rapport.web.paging.CursorPage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the brand did for people in some days.
 *
 * @param from the first day; null while the brand has no figures
 * @param staff the member of staff who acted; null for all of the team
 * @param items newest first
 * @param next the cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OutboundView(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String staff,
        List<ListedEngagement> items,
        @Nullable String next) {

    static OutboundView of(@Nullable DayInterval days, @Nullable String staff, CursorPage<ListedEngagement> page) {
        return new OutboundView(
                days == null ? null : days.from(), days == null ? null : days.to(), staff, page.items(), page.next());
    }
}
