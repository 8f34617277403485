package io.rapport.identity.web.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.similarity.MatchRunScheduler;
import io.rapport.identity.domain.similarity.MatchRunScheduler.MatchRun;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts a match run over a whole brand and reports its progress. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/matching")
public class MatchRunController {

    private final BrandCatalogue brands;
    private final MatchRunScheduler runs;

    MatchRunController(BrandCatalogue brands, MatchRunScheduler runs) {
        this.brands = brands;
        this.runs = runs;
    }

    @Operation(summary = "Start a match run over the whole brand")
    @PostMapping
    ResponseEntity<MatchRun> start(BrandKey brand) {
        brands.require(brand);
        return ResponseEntity.accepted().body(runs.start(brand));
    }

    @Operation(summary = "The latest match run")
    @GetMapping
    MatchRun last(BrandKey brand) {
        brands.require(brand);
        return runs.findLast(brand).orElseThrow(() -> Problem.notFound().asException());
    }

    @Operation(summary = "A match run and its progress")
    @GetMapping("/{run}")
    MatchRun run(BrandKey brand, @PathVariable UUID run) {
        brands.require(brand);
        return runs.find(brand, run).orElseThrow(() -> Problem.notFound().asException());
    }
}
