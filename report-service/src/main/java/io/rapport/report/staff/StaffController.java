package io.rapport.report.staff;

import io.rapport.contracts.BrandKey;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
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
    private final StaffReader reader;

    StaffController(BrandCatalogue catalogue, AsOfResolver days, StaffReader reader) {
        this.catalogue = catalogue;
        this.days = days;
        this.reader = reader;
    }

    @Operation(
            summary =
                    "The share of each member of staff in outbound engagements of at most 92 days, and the clients that"
                            + " had contact with no other member")
    @GetMapping
    StaffView staff(BrandKey brand, @ParameterObject DayIntervalRequest request) {
        catalogue.require(brand);
        return reader.find(brand, days.resolve(brand, null), request);
    }
}
