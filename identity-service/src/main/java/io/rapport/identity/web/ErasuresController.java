package io.rapport.identity.web;

import io.rapport.contracts.BrandKey;
import io.rapport.identity.domain.Erasing;
import io.rapport.identity.domain.PersonKey;
import io.rapport.identity.domain.Said;
import io.rapport.web.BrandCatalogue;
import io.rapport.web.Caller;
import io.rapport.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erases people, and shows what was removed of them where. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
public class ErasuresController {

    private static final int LONGEST = 500;

    private final BrandCatalogue brands;
    private final Erasing erasing;
    private final Clock clock;

    ErasuresController(BrandCatalogue brands, Erasing erasing, Clock clock) {
        this.brands = brands;
        this.erasing = erasing;
        this.clock = clock;
    }

    @Operation(summary = "Erases a person, with all ids and handles they ever had, for good")
    @DeleteMapping("/people/{person}")
    ResponseEntity<ErasureView> erase(
            BrandKey brand, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, Caller caller) {
        brands.require(brand);
        if (reason.length() > LONGEST) {
            throw Problem.invalid("reason", "reason is at most " + LONGEST + " characters.")
                    .asException();
        }
        if (!erasing.isPossible()) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "no-hash-key",
                            "Nobody can be erased yet",
                            "Set RAPPORT_HASH_KEY to the same secret in every service: without it nobody who was erased "
                                    + "could be kept from coming back.")
                    .asException();
        }
        var said = new Said(caller.name(), reason.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var erasure = Answers.orProblem(() -> erasing.erase(new PersonKey(brand, person), said));
        var at = "/v1/agencies/%s/brands/%s/erasures/%s"
                .formatted(brand.agency(), brand.brand(), erasure.state().erasure());
        return ResponseEntity.accepted().location(URI.create(at)).body(ErasureView.of(erasure));
    }

    @Operation(summary = "What was removed of an erased person, and where")
    @GetMapping("/erasures/{id}")
    ErasureView erasure(BrandKey brand, @PathVariable UUID id) {
        brands.require(brand);
        return erasing.find(brand, id)
                .map(ErasureView::of)
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
