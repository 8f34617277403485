package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.ingest.domain.mapping.EngagementMapping;
import io.rapport.ingest.domain.mapping.EngagementMappingReader;
import io.rapport.ingest.domain.mapping.EngagementMappingService;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Saves how the engagement files of each source of a brand are read, and lists the presets. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/imports/engagements")
class EngagementMappingController {

    private final BrandCatalogue brands;
    private final EngagementMappingService mappings;
    private final EngagementMappingReader reader;
    private final PresetCatalogue presets;
    private final Clock clock;

    EngagementMappingController(
            BrandCatalogue brands,
            EngagementMappingService mappings,
            EngagementMappingReader reader,
            PresetCatalogue presets,
            Clock clock) {
        this.brands = brands;
        this.mappings = mappings;
        this.reader = reader;
        this.presets = presets;
        this.clock = clock;
    }

    /** A preset. */
    record PresetView(String name, String title) {}

    /** All presets, as a page. */
    record PresetPage(List<PresetView> items, @Nullable String next) {}

    @GetMapping("/presets")
    PresetPage presets(BrandKey brand) {
        brands.require(brand);
        return new PresetPage(
                presets.all().stream()
                        .map(preset -> new PresetView(preset.name(), preset.title()))
                        .toList(),
                null);
    }

    @GetMapping("/mapping")
    EngagementMappingView mapping(BrandKey brand, @RequestParam String source) {
        brands.require(brand);
        var saved = mappings.find(brand, requireSource(source));
        return EngagementMappingView.of(saved.mapping(), saved.version());
    }

    @PutMapping("/mapping")
    EngagementMappingView saveMapping(
            BrandKey brand, @RequestParam String source, @RequestBody Map<String, Object> body) {
        brands.require(brand);
        return save(brand, requireSource(source), reader.read(body), version(body));
    }

    @DeleteMapping("/mapping")
    EngagementMappingView removeMapping(BrandKey brand, @RequestParam String source) {
        brands.require(brand);
        return save(brand, requireSource(source), EngagementMapping.EMPTY, null);
    }

    private EngagementMappingView save(
            BrandKey brand, String source, EngagementMapping mapping, @Nullable Long version) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var saved = mappings.save(brand, source, mapping, version, now);
        return EngagementMappingView.of(saved.mapping(), saved.version());
    }

    private static @Nullable Long version(Map<String, Object> body) {
        var version = body.get("version");
        if (version == null || version instanceof Integer || version instanceof Long) {
            return version == null ? null : Long.valueOf(((Number) version).longValue());
        }
        throw Problem.invalid("version", "version has to be an integer.").asException();
    }

    private static String requireSource(String source) {
        if (!NameRules.isToken(source)) {
            throw Problem.invalid("source", "source is 1 to 64 of a-z 0-9 - _ . and begins with a letter or digit.")
                    .asException();
        }
        return source;
    }
}
