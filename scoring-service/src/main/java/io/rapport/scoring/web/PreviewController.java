package io.rapport.scoring.web;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.model.ChangeAttribution;
import io.rapport.scoring.domain.preview.PreviewRegistry;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Previews of models: what activating a model would change. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/models/{version}/preview")
public class PreviewController {

    private final BrandCatalogue catalogue;
    private final PreviewRegistry previews;
    private final Clock clock;

    PreviewController(BrandCatalogue catalogue, PreviewRegistry previews, Clock clock) {
        this.catalogue = catalogue;
        this.previews = previews;
        this.clock = clock;
    }

    /** Requests a preview, which is calculated in the background and replaces any other preview of the brand. */
    @PostMapping
    ResponseEntity<PreviewView> request(BrandKey brand, @PathVariable String version, Caller caller) {
        catalogue.require(brand);
        var attribution =
                new ChangeAttribution(caller.name(), null, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var preview =
                ModelProblemMapper.orProblem(() -> previews.request(brand, version, UUID.randomUUID(), attribution));
        return ResponseEntity.accepted()
                .header("Location", ModelPaths.preview(brand, version))
                .body(PreviewView.of(preview));
    }

    @GetMapping
    PreviewView find(BrandKey brand, @PathVariable String version) {
        catalogue.require(brand);
        var preview = ModelProblemMapper.orProblem(() -> previews.find(brand, version));
        if (preview == null) {
            throw Problem.notFound().asException();
        }
        return PreviewView.of(preview);
    }
}
