package io.rapport.report.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.RollingRor;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleReport.NamedTopPerson;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Return on Relationships over one window, and the people behind it.
 *
 * @param asOf the day it ends; null while nothing is known of the brand
 * @param measurable whether anything was invested, so that there is a ratio
 * @param topReturned the people who make up most of what was returned
 * @param topInvested the people who make up most of what was invested
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RorView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        boolean measurable,
        @JsonUnwrapped RollingRor figures,
        List<NamedTopPerson> topReturned,
        List<NamedTopPerson> topInvested) {

    static RorView of(BrandReport.RorReport ror) {
        return new RorView(
                ror.asOf().day(),
                ror.asOf().modelVersion(),
                ror.figures().ror() != null,
                ror.figures(),
                ror.topReturned(),
                ror.topInvested());
    }
}
