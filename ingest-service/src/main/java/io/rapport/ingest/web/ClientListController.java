package io.rapport.ingest.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.ClientColumns;
import io.rapport.ingest.domain.ClientPreview;
import io.rapport.ingest.domain.ColumnMappings;
import io.rapport.ingest.domain.Row;
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
    private final Files files;
    private final ListRun run;
    private final ColumnMappings mappings;

    ClientListController(BrandCatalogue brands, Files files, ListRun run, ColumnMappings mappings) {
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
    record Mapping(Map<String, String> columns, long version) {}

    /**
     * How a file would be read.
     *
     * @param mapping to be saved as it is, or changed
     * @param unused columns that are mapped and not in the file
     */
    record Preview(
            List<ClientColumns.Shown> columns,
            Map<String, String> mapping,
            Set<String> unused,
            List<ClientPreview.Shown> rows) {}

    @Operation(
            summary = "Takes the client list in",
            description = "CSV with a header, with any names of columns: see the preview. Publishes what changed.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @PostMapping(consumes = Files.CSV)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ListAnswer take(
            BrandKey brand,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(required = false) @Nullable List<String> map,
            HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        run.requireReady();
        return files.read(request, file -> {
            var sample = sample(file);
            return run.take(
                    registered, columns(registered, map, file, sample), new ListRun.Rows(sample, file), complete);
        });
    }

    @Operation(
            summary = "Shows how a client list would be read, and takes nothing in",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @PostMapping(path = "/preview", consumes = Files.CSV)
    Preview preview(
            BrandKey brand, @RequestParam(required = false) @Nullable List<String> map, HttpServletRequest request)
            throws IOException {
        var registered = brands.require(brand);
        return files.read(request, file -> {
            var sample = sample(file);
            var columns = columns(registered, map, file, sample);
            return new Preview(
                    columns.shown(),
                    columns.words(),
                    columns.unused(),
                    run.preview(registered, columns).of(sample));
        });
    }

    @GetMapping("/mapping")
    Mapping mapping(BrandKey brand) {
        brands.require(brand);
        return mappings.find(brand)
                .map(mapped -> new Mapping(mapped.columns(), mapped.version()))
                .orElse(new Mapping(Map.of(), 0));
    }

    @PutMapping("/mapping")
    Mapping map(BrandKey brand, @org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
        brands.require(brand);
        var at = run.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var mapped = mappings.save(brand, Given.columns(body), Given.version(body), at);
        return new Mapping(mapped.columns(), mapped.version());
    }

    private static List<Row> sample(CsvFile file) {
        var sample = new ArrayList<Row>();
        while (sample.size() < ClientColumns.LOOKED_AT && file.hasNext()) {
            sample.add(file.next());
        }
        return sample;
    }

    private ClientColumns columns(BrandRegistered brand, @Nullable List<String> map, CsvFile file, List<Row> sample) {
        var saved = mapping(brand.brandKey()).columns();
        var given = map == null ? Map.<String, String>of() : Given.columns(map);
        return ClientColumns.of(file.header(), sample, new ClientColumns.Said(given, new LinkedHashMap<>(saved)));
    }
}
