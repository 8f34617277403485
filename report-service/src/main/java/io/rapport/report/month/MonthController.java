package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandReport;
import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The month of a brand by name, as JSON and as CSV. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/months")
class MonthController {

    private static final String CSV = ".csv";
    private static final MediaType TEXT_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final BrandCatalogue catalogue;
    private final MonthResolver months;
    private final MonthReport report;

    MonthController(
            BrandCatalogue catalogue,
            AsOfResolver days,
            PeopleReport people,
            BrandReport figures,
            ContentReport contents,
            EngagementRepository engagements) {
        this.catalogue = catalogue;
        this.months = new MonthResolver(days);
        this.report = new MonthReport(people, figures, contents, engagements);
    }

    @Operation(
            summary =
                    "The month by name: who to thank, who waits, who came back and who went quiet, and the figures after"
                            + " them. As CSV with the suffix .csv or Accept: text/csv")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MonthView.class)))
    @GetMapping("/{month}")
    ResponseEntity<?> month(
            BrandKey brand,
            @PathVariable String month,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        var registered = catalogue.require(brand);
        var isCsv = month.endsWith(CSV) || accept != null && accept.startsWith("text/csv");
        var text = month.endsWith(CSV) ? month.substring(0, month.length() - CSV.length()) : month;
        var view = report.compile(registered, months.resolve(brand, text));
        return isCsv ? csv(view) : ResponseEntity.ok(view);
    }

    private static ResponseEntity<byte[]> csv(MonthView view) {
        return ResponseEntity.ok()
                .contentType(TEXT_CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + view.brand() + "-" + view.month() + CSV + "\"")
                .body(MonthCsvWriter.write(view).getBytes(StandardCharsets.UTF_8));
    }
}
