package io.rapport.ingest.web.lists;

import io.rapport.ingest.web.request.CsvUploadReader;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.clientlist.ClientListPreview;
import io.rapport.ingest.domain.column.ColumnMappingService;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.source.csv.CsvFile;
import io.rapport.web.brand.BrandCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes client lists in, with any names of columns. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/imports/clients")
class ClientListController {

    private final BrandCatalogue brands;
    private final CsvUploadReader files;
    private final ClientListImportRunner run;
    private final ColumnMappingService mappings;

    ClientListController(BrandCatalogue brands, CsvUploadReader files, ClientListImportRunner run, ColumnMappingService mappings) {
        this.brands = brands;
        this.files = files;
        this.run = run;
        this.mappings = mappings;
    }

    /**
     * What a brand's columns are read as.
     *
     * @param columns the word for each, by name
     * @param version rises with each change; 0 when nothing was decided
     */
    record MappingView(Map<String, String> columns, long version) {}

    /**
     * How a file would be read.
     *
     * @param mapping to be saved as it is, or changed
     * @param unused columns that are mapped and not in the file
     */
    record PreviewResponse(
            List<ClientListColumns.ColumnView> columns,
            Map<String, String> mapping,
            Set<String> unused,
            List<ClientListPreview.RowPreview> rows) {}

    @Operation(
            summary = "Takes the client list in",
            description = "CSV with a header, with any names of columns: see the preview. Publishes what changed.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @PostMapping(consumes = CsvUploadReader.CSV)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ClientListResponse importList(
            BrandKey brand,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(required = false) @Nullable List<String> map,
            HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        run.requireReady();
        return files.read(request, file -> {
            var sample = readSample(file);
            return run.run(
                    registered, columns(registered, map, file, sample), new ClientListImportRunner.Rows(sample, file), complete);
        });
    }

    @Operation(
            summary = "Shows how a client list would be read, and takes nothing in",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @PostMapping(path = "/preview", consumes = CsvUploadReader.CSV)
    PreviewResponse preview(
            BrandKey brand, @RequestParam(required = false) @Nullable List<String> map, HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        return files.read(request, file -> {
            var sample = readSample(file);
            var columns = columns(registered, map, file, sample);
            return new PreviewResponse(
                    columns.views(),
                    columns.mapping(),
                    columns.unused(),
                    run.preview(registered, columns).preview(sample));
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
    MappingView saveMapping(BrandKey brand, @org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
        brands.require(brand);
        var at = run.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var mapped = mappings.save(brand, ColumnMappingRequest.columns(body), ColumnMappingRequest.version(body), at);
        return new MappingView(mapped.columns(), mapped.version());
    }

    private static List<InputRow> readSample(CsvFile file) {
        var sample = new ArrayList<InputRow>();
        while (sample.size() < ClientListColumns.SAMPLE_SIZE && file.hasNext()) {
            sample.add(file.next());
        }
        return sample;
    }

    private ClientListColumns columns(BrandRegistered brand, @Nullable List<String> map, CsvFile file, List<InputRow> sample) {
        var saved = mapping(brand.brandKey()).columns();
        var given = map == null ? Map.<String, String>of() : ColumnMappingRequest.columns(map);
        return ClientListColumns.detect(file.header(), sample, new ClientListColumns.MappingInput(given, new LinkedHashMap<>(saved)));
    }
}
