package io.rapport.report.content;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.EarlierDayPolicy;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The resonance of a brand's posts. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/content")
class ContentController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final ContentReport report;

    ContentController(BrandCatalogue catalogue, AsOfResolver days, ContentReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    @Operation(summary = "The latest posts by resonance, and means by topic and of promotional and other posts")
    @GetMapping
    ContentView content(BrandKey brand, @ParameterObject ContentRequest request, PageRequest paging) {
        catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        if (!report.isKnown(asOf)) {
            throw EarlierDayPolicy.notAvailable(asOf, "Figures of posts");
        }
        var content = report.find(brand, asOf, request.channelOrNull());
        var page = PostPager.page(content.posts(), paging);
        return ContentView.of(content, page, report.findTexts(brand, page.items()), asOf, request.channelOrNull());
    }
}
