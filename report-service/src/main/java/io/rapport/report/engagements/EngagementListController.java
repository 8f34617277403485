package io.rapport.report.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.DayIntervalRequest;
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

/** The engagements behind figures. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class EngagementListController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final EngagementListReader reader;

    EngagementListController(BrandCatalogue catalogue, AsOfResolver days, EngagementListReader reader) {
        this.catalogue = catalogue;
        this.days = days;
        this.reader = reader;
    }

    @Operation(
            summary =
                    "What the brand did for people in at most 92 days, newest first: each outbound engagement with its person and"
                            + " the member of staff")
    @GetMapping("/outbound")
    OutboundView outbound(
            BrandKey brand,
            @Parameter(description = "a member of staff, as the list of staff names them; default is all of the team")
                    @RequestParam(required = false)
                    @Nullable
                    String staff,
            @ParameterObject DayIntervalRequest request,
            PageRequest paging) {
        catalogue.require(brand);
        return reader.findOutbound(brand, days.resolve(brand, null), staff, request, paging);
    }

    @Operation(summary = "What people did with a post of the brand, newest first: each engagement with its person")
    @GetMapping("/content/engagements")
    PostEngagementsView ofPost(BrandKey brand, @ParameterObject PostRequest request, PageRequest paging) {
        catalogue.require(brand);
        return reader.findOfPost(brand, days.resolve(brand, request.asOf()), request.key(), paging);
    }
}
