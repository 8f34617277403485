package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.json.JsonRowSplitter;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.BodyLimit;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.ingest.web.request.RequestBodyReader;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.rapport.web.request.AddsDocuments;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accepts engagements as a JSON array or as NDJSON. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/engagements")
class EngagementController {

    private final BrandCatalogue brands;
    private final IntakeFactory intakes;
    private final AdmissionControl admission;
    private final IntakeProperties limits;

    EngagementController(
            BrandCatalogue brands, IntakeFactory intakes, AdmissionControl admission, IntakeProperties limits) {
        this.brands = brands;
        this.intakes = intakes;
        this.admission = admission;
        this.limits = limits;
    }

    @Operation(
            summary = "Accepts engagements",
            description =
                    "A JSON array of engagements, or one engagement per line (NDJSON); Content-Encoding: gzip is supported. "
                            + "Responds when the broker has acknowledged all rows. The server sets id, receivedAt, day, agency and brand.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            array =
                                                    @ArraySchema(
                                                            schema =
                                                                    @Schema(
                                                                            implementation =
                                                                                    EngagementReceived.class)))))
    @AddsDocuments
    @StreamedBody
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl"
            })
    @ResponseStatus(HttpStatus.ACCEPTED)
    IntakeResponse<IntakeResponse.RejectedElement> accept(
            BrandKey brand, @RequestParam(required = false) @Nullable EpochUnit epoch, HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        try (var admitted = admission.admit()) {
            var body = RequestBodyReader.read(
                    request, BodyLimit.of(limits.maxBody().toBytes()), admitted::reserve, InputStream::readAllBytes);
            var rows = rows(body);
            var intake = intakes.openEngagementIntake(registered, null, epoch);
            rows.forEach(intake::process);
            return IntakeResponse.ofRows(intake.complete());
        }
    }

    private List<InputRow> rows(byte[] body) {
        var rows = JsonRowSplitter.split(body);
        if (rows.size() > limits.maxRows()) {
            throw Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "too-many-rows",
                            "Too many rows in one request",
                            "The body has %d rows; the maximum is %d. No row was accepted: send them in several requests."
                                    .formatted(rows.size(), limits.maxRows()))
                    .with("maxRows", limits.maxRows())
                    .asException();
        }
        return rows;
    }
}
