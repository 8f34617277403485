package io.rapport.report.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Return on Relationships of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class RorController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport report;
    private final RorPeoplePager people;

    RorController(BrandCatalogue catalogue, AsOfResolver days, BrandReport report, RorPeoplePager people) {
        this.people = people;
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(summary = "Return on Relationships over 7, 30 or 90 days, and the people who contribute most to it")
    @GetMapping("/ror")
    RorView ror(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        return RorView.of(report.ror(brand, days.resolve(brand, asOf), RequestParameters.parseWindow(window)));
    }

    @Operation(
            summary =
                    "The people who gave most in 7, 30 or 90 days, or got most from the brand, with their parts of the sum")
    @GetMapping("/ror/people")
    RorPeopleView people(BrandKey brand, @ParameterObject RorPeopleRequest request, PageRequest paging) {
        catalogue.require(brand);
        return people.page(brand, days.resolve(brand, request.asOf()), request, paging);
    }
}
