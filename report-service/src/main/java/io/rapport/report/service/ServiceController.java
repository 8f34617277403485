package io.rapport.report.service;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answer times and owed replies of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/service")
class ServiceController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final BrandReport report;
    private final OwedReplyPager owed;

    ServiceController(BrandCatalogue catalogue, AsOfResolver days, BrandReport report, PeopleReport people) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
        this.owed = new OwedReplyPager(people);
    }

    @Operation(
            summary = "Answer times over 7, 30 or 90 days, and the people who are owed a reply, longest waiting first")
    @GetMapping
    ServiceView service(BrandKey brand, @ParameterObject WindowRequest request, PageRequest paging) {
        catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        var figures = report.service(brand, asOf, request.days()).orElse(null);
        return ServiceView.of(figures, request.days(), asOf, owed.page(brand, asOf, paging));
    }
}
