package io.rapport.report.spread;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The spread of positive and negative sentiment about a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class SpreadController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport report;

    SpreadController(BrandCatalogue catalogue, AsOfResolver days, BrandReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(summary = "How positive and negative sentiment spreads over 7, 30 or 90 days")
    @GetMapping("/spread")
    SpreadView spread(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        return SpreadView.of(report.spread(brand, days.resolve(brand, asOf), RequestParameters.parseWindow(window)));
    }
}
