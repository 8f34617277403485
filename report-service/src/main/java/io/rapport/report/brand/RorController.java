package io.rapport.report.brand;

import io.rapport.report.accounts.AccountsView;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.RequestParameters;
import io.rapport.report.spread.SpreadView;
import io.rapport.report.value.ValueView;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A brand's figures. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
public class RorController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport report;

    RorController(BrandCatalogue catalogue, AsOfResolver days, BrandReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(summary = "Return on Relationships over 7, 30 or 90 days, and who makes up most of it")
    @GetMapping("/ror")
    RorView ror(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        return RorView.of(report.ror(brand, days.resolve(brand, asOf), RequestParameters.parseWindow(window)));
    }

    @Operation(summary = "How good and bad word spreads over 7, 30 or 90 days")
    @GetMapping("/spread")
    SpreadView spread(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        return SpreadView.of(report.spread(brand, days.resolve(brand, asOf), RequestParameters.parseWindow(window)));
    }

    @Operation(summary = "What came of it in money and hours, each stream for itself and never a sum of them")
    @GetMapping("/value")
    ValueView value(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var moment = days.resolve(brand, asOf);
        var length = RequestParameters.parseWindow(window);
        return ValueView.of(report.value(brand, moment, length).orElse(null), moment, length);
    }

    @Operation(summary = "What became of every engagement: the sums balance")
    @GetMapping("/accounts")
    AccountsView accounts(BrandKey brand, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var moment = days.resolve(brand, asOf);
        return AccountsView.of(report.balance(brand, moment), moment);
    }
}
