package io.rapport.ingest.web.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
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

/** Returns the progress of the newest import of a client list. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/imports")
class ClientListImportController {

    private final BrandCatalogue brands;
    private final ClientListImportRepository imports;

    ClientListImportController(BrandCatalogue brands, ClientListImportRepository imports) {
        this.brands = brands;
        this.imports = imports;
    }

    /** The progress of an import. */
    record ImportView(
            UUID id,
            ClientListImport.State state,
            Instant startedAt,
            Instant at,
            @JsonUnwrapped ClientListReceipt.Counts counts) {

        static ImportView of(ClientListImport found) {
            return new ImportView(found.id(), found.state(), found.startedAt(), found.at(), found.counts());
        }
    }

    /** The newest import, or none, as a page. */
    record ImportPage(List<ImportView> items, @Nullable String next) {}

    @GetMapping
    ImportPage newest(BrandKey brand) {
        brands.require(brand);
        return new ImportPage(
                imports.findNewest(brand).stream().map(ImportView::of).toList(), null);
    }

    @GetMapping("/{id}")
    ImportView show(BrandKey brand, @PathVariable UUID id) {
        brands.require(brand);
        return imports.findNewest(brand)
                .filter(found -> found.id().equals(id))
                .map(ImportView::of)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
