package io.rapport.ingest.web.lists;

import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.clientlist.ClientListPreview;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.column.ColumnMappingService;
import io.rapport.ingest.domain.column.ColumnNameClassifier;
import io.rapport.ingest.domain.column.HeaderlessColumns;
import io.rapport.ingest.source.table.HeaderlessNaming;
import io.rapport.ingest.source.table.TableFile;
import io.rapport.ingest.source.table.TableNote;
import io.rapport.ingest.web.request.CsvUploadReader;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.request.AddsDocuments;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports client lists with arbitrary column names. */
@RestController
@RequestMapping({
    "/v1/agencies/{agency}/brands/{brand}/imports/clients",
    "/agencies/{agency}/brands/{brand}/imports/clients"
})
class ClientListController {

    private final BrandCatalogue brands;
    private final CsvUploadReader uploads;
    private final ClientListImportRunner imports;
    private final ColumnMappingService mappings;
    private final Clock clock;

    ClientListController(
            BrandCatalogue brands,
            CsvUploadReader uploads,
            ClientListImportRunner imports,
            ColumnMappingService mappings,
            Clock clock) {
        this.brands = brands;
        this.uploads = uploads;
        this.imports = imports;
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * The saved mapping of a brand's columns.
     *
     * @param columns the word for the client field, by column name
     * @param version increases with each change; 0 when no mapping is saved
     */
    record MappingView(Map<String, String> columns, long version) {}

    /**
     * How a file would be read.
     *
     * @param mapping the mapping, in the form in which it can be saved
     * @param unused mapped columns that the file does not have
     * @param notes remarks on the file, such as skipped lines
     */
    record PreviewResponse(
            List<ClientListColumns.ColumnView> columns,
            Map<String, String> mapping,
            Set<String> unused,
            List<ClientListPreview.RowPreview> rows,
            List<TableNote> notes) {}

    @Operation(
            summary = "Imports the client list",
            description =
                    "CSV with a header and arbitrary column names: see the preview. Publishes only clients that changed.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @AddsDocuments
    @StreamedBody
    @PostMapping(consumes = {CsvUploadReader.CSV, CsvUploadReader.WORKBOOK, CsvUploadReader.VCARD})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ClientListResponse importList(
            BrandKey brand,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(required = false) @Nullable List<String> map,
            @RequestParam(required = false) @Nullable Integer header,
            HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        imports.requireReady();
        var given = givenMapping(map);
        return uploads.read(
                request,
                knownColumn(brand, given),
                header,
                ClientListController::nameByValues,
                file -> imports.run(registered, detectColumns(brand, given, file), file, complete)
                        .withNotes(file.notes()));
    }

    @Operation(
            summary = "Previews how a client list would be read, without importing it",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @StreamedBody
    @PostMapping(
            path = "/preview",
            consumes = {CsvUploadReader.CSV, CsvUploadReader.WORKBOOK, CsvUploadReader.VCARD})
    PreviewResponse preview(
            BrandKey brand,
            @RequestParam(required = false) @Nullable List<String> map,
            @RequestParam(required = false) @Nullable Integer header,
            HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        var given = givenMapping(map);
        return uploads.read(request, knownColumn(brand, given), header, ClientListController::nameByValues, file -> {
            var columns = detectColumns(brand, given, file);
            return new PreviewResponse(
                    columns.views(),
                    columns.mapping(),
                    columns.unused(),
                    imports.preview(registered, columns).preview(file.sample(ClientListColumns.SAMPLE_SIZE)),
                    file.notes());
        });
    }

    @GetMapping("/mapping")
    MappingView mapping(BrandKey brand) {
        brands.require(brand);
        return mappings.find(brand)
                .map(mapped -> new MappingView(mapped.columns(), mapped.version()))
                .orElse(new MappingView(Map.of(), 0));
    }

    @PutMapping("/mapping")
    MappingView saveMapping(
            BrandKey brand, @org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
        brands.require(brand);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var mapped = mappings.save(brand, ColumnMappingRequest.columns(body), ColumnMappingRequest.version(body), now);
        return new MappingView(mapped.columns(), mapped.version());
    }

    private static Optional<HeaderlessNaming.NamedColumns> nameByValues(List<List<String>> lines) {
        return HeaderlessColumns.recognize(lines)
                .map(columns -> new HeaderlessNaming.NamedColumns(columns.firstRow(), columns.names()));
    }

    private static Map<String, String> givenMapping(@Nullable List<String> map) {
        return map == null ? Map.of() : ColumnMappingRequest.columns(map);
    }

    /** A column is known by its name, or because the request or the brand maps it. */
    private Predicate<String> knownColumn(BrandKey brand, Map<String, String> given) {
        var saved = mapping(brand).columns();
        return cell -> ColumnNameClassifier.isColumnName(cell)
                || given.containsKey(cell.strip())
                || saved.containsKey(cell.strip());
    }

    private ClientListColumns detectColumns(BrandKey brand, Map<String, String> given, TableFile file) {
        var saved = mapping(brand).columns();
        return ClientListColumns.detect(file.header(), file.sample(ClientListColumns.SAMPLE_SIZE), given, saved);
    }
}
