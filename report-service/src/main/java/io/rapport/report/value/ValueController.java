package io.rapport.report.value;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.DayIntervalRequest;
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

/** The value streams of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class ValueController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport report;
    private final ValueNames names;
    private final SalesReader sales;

    ValueController(
            BrandCatalogue catalogue, AsOfResolver days, BrandReport report, ValueNames names, SalesReader sales) {
        this.sales = sales;
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
        this.names = names;
    }

    @Operation(summary = "Value streams in money and hours over 7, 30 or 90 days, each separate and never summed up")
    @GetMapping("/value")
    ValueView value(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        var registered = catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        var length = RequestParameters.parseWindow(window);
        return ValueView.of(
                report.value(brand, day, length).orElse(null), day, length, names.countPaid(registered, day, length));
    }

    @Operation(
            summary =
                    "The purchases of at most 92 days that were assisted by earlier touches of the same person, or referred, newest"
                            + " first: who bought, and who referred or took part")
    @GetMapping("/value/sales")
    SalesView sales(
            BrandKey brand,
            @Parameter(description = "assisted or referred") @RequestParam(required = false) @Nullable String stream,
            @ParameterObject DayIntervalRequest request,
            PageRequest paging) {
        var registered = catalogue.require(brand);
        return sales.find(registered, days.resolve(brand, null), request, SharedStream.of(stream), paging);
    }
}
