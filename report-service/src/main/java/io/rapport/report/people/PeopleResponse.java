package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.AsOfDay;
import io.rapport.web.paging.CursorPage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a brand's people.
 *
 * @param next the cursor of the next page; null on the last page
 * @param asOf the day; null while the brand has no figures
 * @param modelVersion version of the scoring model of that day
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PeopleResponse(
        List<PersonView> items,
        @Nullable String next,
        @Nullable LocalDate asOf,
        @Nullable String modelVersion) {

    static PeopleResponse of(CursorPage<PersonView> page, AsOfDay asOf) {
        return new PeopleResponse(page.items(), page.next(), asOf.day(), asOf.modelVersion());
    }
}
