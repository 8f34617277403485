package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.AsOfDay;
import io.rapport.web.paging.CursorPage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a brand's people.
 *
 * @param next the cursor of the part that follows; null when this is the last
 * @param asOf the day it holds for; null while nothing is known of the brand
 * @param modelVersion the scoring model of that day
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PeopleResponse(
        List<PersonView> items,
        @Nullable String next,
        @Nullable LocalDate asOf,
        @Nullable String modelVersion) {

    static PeopleResponse of(CursorPage<PersonView> page, AsOfDay moment) {
        return new PeopleResponse(page.items(), page.next(), moment.day(), moment.modelVersion());
    }
}
