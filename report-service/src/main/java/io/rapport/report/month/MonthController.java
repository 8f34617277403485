package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.month.document.MonthCsvWriter;
import io.rapport.report.month.document.MonthXlsxWriter;
import io.rapport.report.month.view.MonthView;
import io.rapport.report.page.BrandPageLink;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageLanguageResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The month of a brand by name, as JSON, CSV, XLSX, PDF or page. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/months")
class MonthController {

    private final BrandCatalogue catalogue;
    private final MonthResolver months;
    private final MonthCache compiled;
    private final MonthEditionReader editions;

    MonthController(BrandCatalogue catalogue, MonthResolver months, MonthCache compiled, MonthEditionReader editions) {
        this.catalogue = catalogue;
        this.months = months;
        this.compiled = compiled;
        this.editions = editions;
    }

    @Operation(
            summary = "The month by name: who to thank, who waits, who came back and who went quiet, and the figures"
                    + " after them. As JSON, CSV, XLSX, PDF or page by Accept or the suffix .json, .csv, .xlsx,"
                    + " .pdf or .html")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MonthView.class)))
    @GetMapping("/{month}")
    ResponseEntity<?> month(
            BrandKey brand,
            @PathVariable String month,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            HttpServletRequest request) {
        var registered = catalogue.require(brand);
        var requested = MonthFormat.of(month, accept);
        var scope = months.resolve(registered, requested.month());
        if (requested.format() == MonthFormat.HTML) {
            var page = BrandPageLink.path(brand.agency(), brand.brand()) + "/months/" + scope.month();
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(page))
                    .build();
        }
        var response =
                ResponseEntity.ok().contentType(requested.format().type()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (requested.format() == MonthFormat.PDF) {
            return PageLanguageResolver.readerLanguage(request).call(() -> pdf(response, registered, scope));
        }
        var view = compiled.findForReader(registered, scope);
        return switch (requested.format()) {
            case CSV ->
                file(response, view, MonthFormat.CSV)
                        .body(MonthCsvWriter.write(view).getBytes(StandardCharsets.UTF_8));
            case XLSX -> file(response, view, MonthFormat.XLSX).body(MonthXlsxWriter.write(view));
            default -> response.body(view);
        };
    }

    /** The document, in the current language. */
    private ResponseEntity<byte[]> pdf(ResponseEntity.BodyBuilder response, BrandRegistered brand, MonthScope scope) {
        var edition = editions.read(brand, scope, base(), true);
        return file(response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE), edition.view(), MonthFormat.PDF)
                .body(edition.pdf());
    }

    private static ResponseEntity.BodyBuilder file(
            ResponseEntity.BodyBuilder response, MonthView view, MonthFormat format) {
        return response.header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + view.brand() + "-" + view.month() + format.suffix() + "\"");
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
