package io.rapport.report.accounts;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.brand.IntakeRejectionRepository;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.EarlierDayPolicy;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balance of a brand's engagements. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class AccountsController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport report;
    private final IntakeRejectionRepository rejections;

    AccountsController(
            BrandCatalogue catalogue, AsOfResolver days, BrandReport report, IntakeRejectionRepository rejections) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
        this.rejections = rejections;
    }

    @Operation(
            summary = "The balance of the engagements of days up to asOf: received = scored + withheld + duplicates +"
                    + " rejected + revised + withdrawn; rejectedByIntake was not received")
    @GetMapping("/accounts")
    AccountsView accounts(BrandKey brand, @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        var balance = report.balance(brand, day).orElseThrow(() -> EarlierDayPolicy.notAvailable(day, "Accounts"));
        return AccountsView.of(balance, day, day.current() ? rejections.count(brand) : null);
    }
}
