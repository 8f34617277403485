package io.rapport.report.content;

import io.rapport.report.request.AsOfResolver;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.content.ContentReport;
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
public class ContentController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final ContentReport report;

    ContentController(BrandCatalogue catalogue, AsOfResolver days, ContentReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(summary = "The latest posts by how they are taken up, per topic, and what sells beside what does not")
    @GetMapping
    ContentView content(BrandKey brand, @ParameterObject ContentRequest wish, PageRequest paging) {
        catalogue.require(brand);
        var moment = days.resolve(brand, wish.asOf());
        var content = report.find(brand, moment, wish.channelOrNull());
        return ContentView.of(content, PostPager.page(content.posts(), paging), moment, wish.channelOrNull());
    }
}
