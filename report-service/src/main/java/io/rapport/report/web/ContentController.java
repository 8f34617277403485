package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.ContentReport;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How posts are taken up. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/content")
class ContentController {

    private final BrandCatalogue catalogue;
    private final Days days;
    private final ContentReport report;

    ContentController(BrandCatalogue catalogue, Days days, ContentReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(summary = "The latest posts by how they are taken up, per topic, and what sells beside what does not")
    @GetMapping
    ContentView content(BrandKey brand, @ParameterObject ContentWish wish, PageRequest paging) {
        catalogue.require(brand);
        var moment = days.moment(brand, wish.asOf());
        var content = report.of(brand, moment, wish.only());
        return ContentView.of(content, PostList.page(content.posts(), paging), moment, wish.only());
    }
}
