package io.rapport.ingest.web.lists;

import io.rapport.ingest.domain.mapping.EngagementPreset;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sample files of the documentation, which the build copies to the static resources of the service. */
final class SampleFileCatalogue {

    private static final String FILES = "classpath*:ingest/static/ingest/samples/*";

    private final PresetCatalogue presets;
    private volatile @Nullable List<SampleFile> found;

    SampleFileCatalogue(PresetCatalogue presets) {
        this.presets = presets;
    }

    /**
     * A sample file.
     *
     * @param name its file name
     * @param title what it is an export of; empty for Rapport's own form
     */
    record SampleFile(String name, String title) {}

    /** All samples by name; none in a build without the documentation. */
    List<SampleFile> all() {
        var known = found;
        if (known == null) {
            known = read();
            found = known;
        }
        return known;
    }

    private List<SampleFile> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .map(name -> new SampleFile(name, title(name)))
                    .sorted(Comparator.comparing(SampleFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample files cannot be listed", e);
        }
    }

    /** The samples of a preset are named after it. */
    private String title(String file) {
        return presets.all().stream()
                .filter(preset -> file.startsWith(preset.name()))
                .findFirst()
                .map(EngagementPreset::title)
                .orElse("");
    }
}
