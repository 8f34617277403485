package io.rapport.scoring.web;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.ScoringModel;
import io.rapport.web.BrandCatalogue;
import io.rapport.web.Page;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models a brand can be scored with. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/models")
public class ModelController {

    private final BrandCatalogue catalogue;
    private final ScoringModel model;

    ModelController(BrandCatalogue catalogue, ScoringModel model) {
        this.catalogue = catalogue;
        this.model = model;
    }

    @GetMapping
    Page<ModelView> list(BrandKey brand) {
        catalogue.require(brand);
        return new Page<>(List.of(ModelView.active(model)), null);
    }
}
