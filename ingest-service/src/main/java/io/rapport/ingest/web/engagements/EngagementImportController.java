package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.mapping.ColumnSample;
import io.rapport.ingest.domain.mapping.EngagementFileColumns;
import io.rapport.ingest.domain.mapping.EngagementMapping;
import io.rapport.ingest.domain.mapping.EngagementMappingReader;
import io.rapport.ingest.domain.mapping.EngagementMappingService;
import io.rapport.ingest.domain.mapping.EngagementRowMapper;
import io.rapport.ingest.domain.mapping.MappingQuestions;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import io.rapport.ingest.source.table.RowFile;
import io.rapport.ingest.web.request.CsvUploadReader;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.TokenParameter;
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
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports files of engagements: with the fields of engagements as columns, or exports of other systems by a mapping. */
@RestController
@RequestMapping(
        path = {
            "/v1/agencies/{agency}/brands/{brand}/imports/engagements",
            "/agencies/{agency}/brands/{brand}/imports/engagements"
        },
        consumes = {
            CsvUploadReader.CSV,
            CsvUploadReader.WORKBOOK,
            EngagementFileReader.JSON,
            EngagementFileReader.NDJSON,
            EngagementFileReader.NDJSON_ALIAS,
            EngagementFileReader.JSONL,
            EngagementFileReader.SCRIPT,
            EngagementFileReader.TEXT_SCRIPT
        })
class EngagementImportController {

    private final BrandCatalogue brands;
    private final IntakeFactory intakes;
    private final EngagementFileReader files;
    private final EngagementFileImportRunner runner;
    private final EngagementMappingService mappings;
    private final EngagementMappingReader mappingReader;
    private final PresetCatalogue presets;

    EngagementImportController(
            BrandCatalogue brands,
            IntakeFactory intakes,
            EngagementFileReader files,
            EngagementFileImportRunner runner,
            EngagementMappingService mappings,
            EngagementMappingReader mappingReader,
            PresetCatalogue presets) {
        this.brands = brands;
        this.intakes = intakes;
        this.files = files;
        this.runner = runner;
        this.mappings = mappings;
        this.mappingReader = mappingReader;
        this.presets = presets;
    }

    /** What a request declares about its file. */
    private record FileRequest(
            BrandRegistered brand,
            @Nullable String source,
            EngagementMapping given,
            EngagementMapping saved,
            @Nullable Integer header) {}

    @Operation(
            summary = "Imports a file of engagements, with the fields of engagements as columns or by a mapping",
            description =
                    "CSV, an Excel workbook, JSON or NDJSON. Columns are read as map, const, value and id declare, else as the mapping that is saved for the source, else by a preset, else by their names: see the preview.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @AddsDocuments
    @StreamedBody
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    EngagementImportResponse importEngagements(
            BrandKey brand,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String preset,
            @RequestParam(required = false) @Nullable List<String> map,
            @RequestParam(name = "const", required = false) @Nullable List<String> constants,
            @RequestParam(required = false) @Nullable List<String> value,
            @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable DateOrder dates,
            @RequestParam(required = false) @Nullable EpochUnit epoch,
            @RequestParam(required = false) @Nullable Integer header,
            HttpServletRequest request)
            throws IOException {
        var parameters = parameters(preset, map, constants, value, id, zone)
                .with("dates", dates)
                .with("epoch", epoch);
        var asked = asked(brand, source, parameters, header);
        return read(request, asked, mapped -> {
            requireAnswers(mapped, asked);
            var intake = intakes.openEngagementIntake(
                    asked.brand(),
                    defaultSource(asked, mapped),
                    mapped.columns().mapping().epoch());
            var receipt = runner.run(asked.brand().brandKey(), defaultSource(asked, mapped), mapped, intake);
            return EngagementImportResponse.of(receipt, mapped);
        });
    }

    @Operation(
            summary = "Previews how a file of engagements would be read, without importing it",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @StreamedBody
    @PostMapping("/preview")
    EngagementPreviewResponse preview(
            BrandKey brand,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String preset,
            @RequestParam(required = false) @Nullable List<String> map,
            @RequestParam(name = "const", required = false) @Nullable List<String> constants,
            @RequestParam(required = false) @Nullable List<String> value,
            @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable DateOrder dates,
            @RequestParam(required = false) @Nullable EpochUnit epoch,
            @RequestParam(required = false) @Nullable Integer header,
            HttpServletRequest request)
            throws IOException {
        var parameters = parameters(preset, map, constants, value, id, zone)
                .with("dates", dates)
                .with("epoch", epoch);
        var asked = asked(brand, source, parameters, header);
        return read(request, asked, mapped -> {
            var preview = intakes.openEngagementPreview(
                    asked.brand(),
                    defaultSource(asked, mapped),
                    mapped.columns().mapping().epoch());
            return EngagementPreviewResponse.of(
                    mapped, MappingQuestions.of(mapped.columns(), mapped.sample(), asked.source()), preview);
        });
    }

    /** Reads a file whose columns are determined. */
    @FunctionalInterface
    private interface MappedFileConsumer<T> {
        T read(MappedFile file);
    }

    private static MappingParameters parameters(
            @Nullable String preset,
            @Nullable List<String> map,
            @Nullable List<String> constants,
            @Nullable List<String> value,
            @Nullable List<String> id,
            @Nullable String zone) {
        return new MappingParameters()
                .with("preset", preset)
                .withColumns(map)
                .withConstants(constants)
                .withValues(value)
                .with("id", id)
                .with("zone", zone);
    }

    private FileRequest asked(
            BrandKey brand, @Nullable String source, MappingParameters parameters, @Nullable Integer header) {
        if (source != null) {
            TokenParameter.require("source", source);
        }
        var registered = brands.require(brand);
        var given = mappingReader.read(parameters.body());
        var name = source == null ? given.preset() : source;
        var saved = name == null
                ? EngagementMapping.EMPTY
                : mappings.find(brand, name).mapping();
        return new FileRequest(registered, source, given, saved, header);
    }

    private <T> T read(HttpServletRequest request, FileRequest asked, MappedFileConsumer<T> consumer)
            throws IOException {
        return files.read(
                request,
                cell -> EngagementFileColumns.isColumnName(cell, presets, asked.given(), asked.saved()),
                asked.header(),
                (file, cells) -> consumer.read(mapped(file, asked, cells)));
    }

    private MappedFile mapped(RowFile file, FileRequest asked, boolean cells) {
        var columns = detect(file, asked);
        var sample = new ColumnSample(file.sample(EngagementFileColumns.SAMPLE_SIZE));
        var zone = ZoneId.of(asked.brand().timeZone());
        return new MappedFile(file, columns, sample, new EngagementRowMapper(columns, sample, zone, cells));
    }

    /** Without a source, the mapping that is saved for the name of the preset counts, which is then the source. */
    private EngagementFileColumns detect(RowFile file, FileRequest asked) {
        var columns = EngagementFileColumns.detect(file.header(), presets, asked.saved(), asked.given());
        if (asked.source() != null
                || asked.given().preset() != null
                || columns.preset().isEmpty()) {
            return columns;
        }
        var name = columns.preset().get().name();
        var saved = mappings.find(asked.brand().brandKey(), name).mapping();
        return EngagementFileColumns.detect(
                file.header(), presets, saved, asked.given().over(named(name)));
    }

    private static EngagementMapping named(String preset) {
        return EngagementMapping.EMPTY.withPreset(preset);
    }

    private static @Nullable String defaultSource(FileRequest asked, MappedFile mapped) {
        return asked.source() != null
                ? asked.source()
                : mapped.columns().preset().map(preset -> preset.name()).orElse(null);
    }

    private static void requireAnswers(MappedFile mapped, FileRequest asked) {
        var questions = MappingQuestions.of(mapped.columns(), mapped.sample(), asked.source());
        if (!questions.isEmpty()) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "mapping-incomplete",
                            "The file does not tell how to read it",
                            "Nothing was imported. " + questions.get(0).message()
                                    + " The preview shows how each column would be read.")
                    .with("questions", questions)
                    .with("columns", mapped.columns().views(mapped.sample()))
                    .asException();
        }
    }
}
