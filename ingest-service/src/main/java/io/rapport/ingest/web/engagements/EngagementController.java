package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.source.json.JsonBody;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.BodyLimit;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.ingest.web.request.RequestBodyReader;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
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
                    "A JSON array of engagements, or one engagement per line (NDJSON); Content-Encoding: gzip is supported. NDJSON of any length up to 2 GB is read as a stream. "
                            + "Responds when the broker has acknowledged all rows. The server sets id, receivedAt, day, agency and brand.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            array =
                                                    @ArraySchema(
                                                            schema = @Schema(implementation = EngagementBody.class)))))
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
        var maxWhole = Math.toIntExact(limits.maxBody().toBytes());
        var limit = BodyLimit.of(isNdjson(request) ? limits.maxStream() : maxWhole);
        try (var admitted = admission.admit()) {
            return RequestBodyReader.read(request, limit, read -> admitted.reserve(read, maxWhole), body -> {
                var intake = intakes.openEngagementIntake(registered, null, epoch);
                process(open(body, maxWhole), intake);
                return IntakeResponse.ofRows(intake.complete(), limits.maxRows());
            });
        }
    }

    private static boolean isNdjson(HttpServletRequest request) {
        return !MediaType.parseMediaType(request.getContentType()).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    }

    private static JsonBody open(InputStream body, int maxWhole) throws IOException {
        try {
            return JsonBody.open(body, maxWhole);
        } catch (JsonBody.BodyTooLongException e) {
            throw BodyLimit.of(maxWhole).exceeded();
        }
    }

    private void process(JsonBody rows, EngagementIntake intake) {
        if (rows.arraySize() > limits.maxRows()) {
            throw tooManyRows(limits.maxRows(), "No row was accepted");
        }
        for (var count = 1; rows.hasNext(); count++) {
            if (count > limits.maxStreamRows()) {
                throw tooManyRows(limits.maxStreamRows(), "Earlier rows may have been accepted, and count once");
            }
            intake.process(rows.next());
        }
    }

    private static ProblemException tooManyRows(int maxRows, String accepted) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-many-rows",
                        "Too many rows in one request",
                        "The body has more than %d rows, the maximum. %s: send them in several requests."
                                .formatted(maxRows, accepted))
                .with("maxRows", maxRows)
                .asException();
    }
}
