package io.rapport.report.service;

import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.WindowRequest;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people are answered. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/service")
public class ServiceController {

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
            summary = "How people were answered over 7, 30 or 90 days, and who is owed a reply, longest waiting first")
    @GetMapping
    ServiceView service(BrandKey brand, @ParameterObject WindowRequest wish, PageRequest paging) {
        catalogue.require(brand);
        var moment = days.resolve(brand, wish.asOf());
        var figures = report.service(brand, moment, wish.days()).orElse(null);
        return ServiceView.of(figures, wish.days(), moment, owed.page(brand, moment, paging));
    }
}
