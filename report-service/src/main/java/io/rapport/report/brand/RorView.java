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
 * Return on Relationships over one window, with the people who contribute most.
 *
 * @param asOf the last day of the window; null while the brand has no figures
 * @param measurable whether anything was invested, so that there is a ratio
 * @param topReturned the people who returned most
 * @param topInvested the people most was invested in
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RorView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        boolean measurable,
        @JsonUnwrapped RollingRor figures,
        List<NamedTopPerson> topReturned,
        List<NamedTopPerson> topInvested) {

    static RorView of(BrandReport.RorReport report) {
        return new RorView(
                report.asOf().day(),
                report.asOf().modelVersion(),
                report.figures().ror() != null,
                report.figures(),
                report.topReturned(),
                report.topInvested());
    }
}
