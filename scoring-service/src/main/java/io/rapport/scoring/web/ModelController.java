package io.rapport.scoring.web;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.model.ChangeAttribution;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The scoring models of a brand: lists, publishes and activates them. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/models")
public class ModelController {

    private final BrandCatalogue catalogue;
    private final ModelRegistry models;
    private final Clock clock;

    ModelController(BrandCatalogue catalogue, ModelRegistry models, Clock clock) {
        this.catalogue = catalogue;
        this.models = models;
        this.clock = clock;
    }

    @GetMapping
    CursorPage<ModelView> list(BrandKey brand) {
        catalogue.require(brand);
        var all = ModelProblemMapper.orProblem(() -> models.list(brand));
        return new CursorPage<>(all.stream().map(ModelView::of).toList(), null);
    }

    @GetMapping("/{version}")
    ModelView get(BrandKey brand, @PathVariable String version) {
        catalogue.require(brand);
        return ModelProblemMapper.orProblem(() -> ModelView.of(models.get(brand, version)));
    }

    /** Publishes a model; missing fields are taken from the active model. Returns 201 for a new model, 200 for an equal one. */
    @PostMapping
    ResponseEntity<ModelView> publish(
            BrandKey brand,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "object")))
                    ObjectNode model,
            Caller caller) {
        catalogue.require(brand);
        var patch = new ModelPatch(model);
        var publication = ModelProblemMapper.orProblem(
                () -> models.publish(brand, patch.version(), patch::applyTo, attribution(caller, null)));
        return ResponseEntity.status(publication.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .header("Location", ModelPaths.model(brand, patch.version()))
                .body(ModelView.of(publication.model()));
    }

    /** Activates a model; people are rescored in the background, and the model shows the progress. */
    @PostMapping("/{version}/activate")
    ResponseEntity<ModelView> activate(
            BrandKey brand,
            @PathVariable String version,
            @RequestBody(required = false) @Nullable ModelActivationRequest request,
            Caller caller) {
        catalogue.require(brand);
        var attribution = attribution(caller, request == null ? null : request.reason());
        var activated = ModelProblemMapper.orProblem(() -> models.activate(brand, version, attribution));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", ModelPaths.model(brand, version))
                .body(ModelView.of(activated));
    }

    private ChangeAttribution attribution(Caller caller, @Nullable String reason) {
        return new ChangeAttribution(caller.name(), reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
