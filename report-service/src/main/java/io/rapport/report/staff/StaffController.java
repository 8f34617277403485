package io.rapport.report.staff;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.staff.StaffReport;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What members of staff contribute. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/staff")
class StaffController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final StaffReport report;

    StaffController(BrandCatalogue catalogue, AsOfResolver days, StaffReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(
            summary =
                    "The share of each member of staff in outbound engagements of at most 92 days, and the clients that"
                            + " had contact with no other member")
    @GetMapping
    StaffView staff(BrandKey brand, @ParameterObject DayIntervalRequest request) {
        var registered = catalogue.require(brand);
        var asOf = days.resolve(brand, null);
        var today = asOf.day();
        if (today == null) {
            return StaffView.EMPTY;
        }
        var range = request.resolve(today, ZoneId.of(registered.timeZone()));
        return StaffView.of(report.find(brand, asOf, range), range, BrandPageLink.path(brand.agency(), brand.brand()));
    }
}
