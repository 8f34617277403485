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
    private final SpreadPeople people;
    private final SpreadEvidence evidence;

    SpreadController(
            BrandCatalogue catalogue,
            AsOfResolver days,
            BrandReport report,
            SpreadPeople people,
            SpreadEvidence evidence) {
        this.people = people;
        this.evidence = evidence;
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

    @Operation(
            summary =
                    "The people with a positive or a negative message in 7, 30 or 90 days, strongest first, at most 500")
    @GetMapping("/spread/people")
    SpreadPeopleView people(
            BrandKey brand,
            @Parameter(description = "positive or negative") @RequestParam(required = false) @Nullable String tone,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        return people.find(brand, day, RequestParameters.parseWindow(window), SpreadPeople.Tone.of(tone));
    }

    @Operation(summary = "The latest positive and negative messages of 7, 30 or 90 days, with who wrote them")
    @GetMapping("/spread/messages")
    SpreadMessagesView messages(
            BrandKey brand,
            @Parameter(description = "7, 30 or 90 days") @RequestParam(defaultValue = "30") String window,
            @RequestParam(required = false) @Nullable String asOf) {
        var registered = catalogue.require(brand);
        return evidence.messages(registered, days.resolve(brand, asOf), RequestParameters.parseWindow(window));
    }
}
