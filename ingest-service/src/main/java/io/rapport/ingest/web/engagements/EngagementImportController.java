package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.ingest.domain.engagement.EngagementFieldPaths;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.source.table.TableFormat;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.BodyLimit;
import io.rapport.ingest.web.request.CsvUploadReader;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.ingest.web.request.RequestBodyReader;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.rapport.web.request.AddsDocuments;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports engagements from CSV files with a header. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/imports")
class EngagementImportController {

    private final BrandCatalogue brands;
    private final IntakeFactory intakes;
    private final AdmissionControl admission;
    private final IntakeProperties limits;

    EngagementImportController(
            BrandCatalogue brands, IntakeFactory intakes, AdmissionControl admission, IntakeProperties limits) {
        this.brands = brands;
        this.intakes = intakes;
        this.admission = admission;
        this.limits = limits;
    }

    @Operation(
            summary =
                    "Imports a file of engagements: the header names fields, such as sourceId, occurredAt and actor.id",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @AddsDocuments
    @StreamedBody
    @PostMapping(
            path = "/engagements",
            consumes = {CsvUploadReader.CSV, CsvUploadReader.WORKBOOK})
    @ResponseStatus(HttpStatus.ACCEPTED)
    IntakeResponse<IntakeResponse.RejectedLine> importEngagements(
            BrandKey brand,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable EpochUnit epoch,
            @RequestParam(required = false) @Nullable Integer header,
            HttpServletRequest request)
            throws IOException {
        if (source != null && !NameRules.isToken(source)) {
            throw Problem.invalid("source", "source is 1 to 64 of a-z 0-9 - _ . and begins with a letter or digit.")
                    .asException();
        }
        var intake = intakes.openEngagementIntake(brands.require(brand), source, epoch);
        return read(request, header, intake);
    }

    private IntakeResponse<IntakeResponse.RejectedLine> read(
            HttpServletRequest request, @Nullable Integer header, EngagementIntake intake) throws IOException {
        try (var admitted = admission.admit()) {
            return RequestBodyReader.read(
                    request, BodyLimit.of(limits.maxImport().toBytes()), bytes -> {}, body -> {
                        var form = new TableFormat(true, limits.maxImportRows(), EngagementFieldPaths::isPath, header);
                        try (var file = CsvUploadReader.open(request, body, form)) {
                            file.forEachRemaining(intake::process);
                        }
                        return IntakeResponse.ofLines(intake.complete());
                    });
        }
    }
}
