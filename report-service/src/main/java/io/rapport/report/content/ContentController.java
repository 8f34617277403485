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

    @Operation(
            summary =
                    "The latest posts by resonance, and means by topic and of promotional and other posts; boosted posts and advertisements apart, in paid")
    @GetMapping
    ContentView content(BrandKey brand, @ParameterObject ContentRequest request, PageRequest paging) {
        var registered = catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        if (!report.isKnown(asOf)) {
            throw EarlierDayPolicy.notAvailable(asOf, "Figures of posts");
        }
        var channel = request.channelOrNull();
        var content = report.find(brand, asOf, channel);
        var page = PostPager.page(content.posts(), paging);
        var posts = page.map(ContentView.PostView.mapper(report.findTexts(brand, page.items())));
        return ContentView.of(content, posts, report.findPaid(registered, asOf, channel), asOf, channel);
    }
}
