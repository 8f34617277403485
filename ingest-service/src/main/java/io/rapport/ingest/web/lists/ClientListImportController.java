package io.rapport.ingest.web.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import io.rapport.ingest.domain.engagement.EngagementFileImport;
import io.rapport.ingest.domain.engagement.EngagementFileImportRepository;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the progress of the newest import of a client list, and of the newest imports of files of engagements. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/imports")
class ClientListImportController {

    private final BrandCatalogue brands;
    private final ClientListImportRepository imports;
    private final EngagementFileImportRepository files;

    ClientListImportController(
            BrandCatalogue brands, ClientListImportRepository imports, EngagementFileImportRepository files) {
        this.brands = brands;
        this.imports = imports;
        this.files = files;
    }

    /** The progress of an import: of a client list, or of a file of engagements. */
    sealed interface ProgressView {}

    /** The progress of an import of a client list. */
    record ImportView(
            UUID id,
            String list,
            ClientListImport.State state,
            Instant startedAt,
            Instant at,
            @JsonUnwrapped ClientListReceipt.Counts counts)
            implements ProgressView {

        static ImportView of(ClientListImport found) {
            return new ImportView(found.id(), "clients", found.state(), found.startedAt(), found.at(), found.counts());
        }
    }

    /** The progress of an import of a file of engagements. */
    record FileImportView(
            UUID id,
            String list,
            EngagementFileImport.State state,
            @Nullable String source,
            Instant startedAt,
            Instant at,
            @JsonUnwrapped EngagementFileImport.Counts counts)
            implements ProgressView {

        static FileImportView of(EngagementFileImport found) {
            return new FileImportView(
                    found.id(),
                    "engagements",
                    found.state(),
                    found.source(),
                    found.startedAt(),
                    found.at(),
                    found.counts());
        }
    }

    /** The newest import of a client list and the newest imports of files, as a page. */
    record ImportPage(
            List<? extends ProgressView> items, @Nullable String next) {}

    @GetMapping
    ImportPage newest(BrandKey brand) {
        brands.require(brand);
        return new ImportPage(
                Stream.concat(
                                imports.findNewest(brand).stream().map(ImportView::of),
                                files.find(brand).stream().map(FileImportView::of))
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    ProgressView show(BrandKey brand, @PathVariable UUID id) {
        brands.require(brand);
        return imports.findNewest(brand)
                .filter(found -> found.id().equals(id))
                .<ProgressView>map(ImportView::of)
                .or(() -> files.find(brand).stream()
                        .filter(found -> found.id().equals(id))
                        .findFirst()
                        .map(FileImportView::of))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
