package io.rapport.ingest.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.ListImport;
import io.rapport.ingest.domain.ListImports;
import io.rapport.ingest.domain.ListReceipt;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how far the newest import of a client list is. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/imports")
class ListImportsController {

    private final BrandCatalogue brands;
    private final ListImports imports;

    ListImportsController(BrandCatalogue brands, ListImports imports) {
        this.brands = brands;
        this.imports = imports;
    }

    /** An import as it is shown: its counts stand beside the rest. */
    record Shown(
            UUID id,
            ListImport.State state,
            Instant startedAt,
            Instant at,
            @JsonUnwrapped ListReceipt.Counts counts) {

        static Shown of(ListImport found) {
            return new Shown(found.id(), found.state(), found.startedAt(), found.at(), found.counts());
        }
    }

    /** The newest one, or none. */
    record Newest(List<Shown> items, @Nullable String next) {}

    @GetMapping
    Newest newest(BrandKey brand) {
        brands.require(brand);
        return new Newest(imports.newest(brand).stream().map(Shown::of).toList(), null);
    }

    @GetMapping("/{id}")
    Shown show(BrandKey brand, @PathVariable UUID id) {
        brands.require(brand);
        return imports.newest(brand)
                .filter(found -> found.id().equals(id))
                .map(Shown::of)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
