package io.rapport.scoring.web;

import io.rapport.contracts.BrandKey;

/** Paths of models and previews. All segments are tokens and need no encoding. */
final class ModelPaths {

    private ModelPaths() {}

    static String model(BrandKey brand, String version) {
        return "/v1/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/models/" + version;
    }

    static String preview(BrandKey brand, String version) {
        return model(brand, version) + "/preview";
    }
}
