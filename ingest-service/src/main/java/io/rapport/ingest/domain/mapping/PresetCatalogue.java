package io.rapport.ingest.domain.mapping;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The presets that this installation knows. */
public final class PresetCatalogue {

    private final List<EngagementPreset> presets;
    private final Set<String> columns;

    /** Creates a catalogue of presets. */
    public PresetCatalogue(List<EngagementPreset> presets) {
        this.presets = List.copyOf(presets);
        this.columns = presets.stream()
                .flatMap(preset -> preset.mapping().columns().keySet().stream())
                .map(EngagementPreset::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All presets, by name. */
    public List<EngagementPreset> all() {
        return presets;
    }

    /**
     * Returns the preset of a name.
     *
     * @throws InputRejectedException if there is none
     */
    public EngagementPreset require(String name) {
        return presets.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputRejectedException(
                        RejectionCode.UNKNOWN_VALUE,
                        "preset",
                        "There is no preset '%s'; known are %s."
                                .formatted(
                                        TextCleaner.abbreviate(name),
                                        presets.stream()
                                                .map(EngagementPreset::name)
                                                .collect(Collectors.joining(", ")))));
    }

    /** Whether a cell is the name of a column of some preset. */
    boolean isColumn(String cell) {
        return columns.contains(EngagementPreset.key(cell));
    }

    /** The presets that fit a header best: of those that fit it, the ones that map most of its columns. */
    List<EngagementPreset> candidates(List<String> header) {
        var keys = new HashSet<String>();
        header.forEach(name -> keys.add(EngagementPreset.key(name)));
        var fitting = presets.stream().filter(preset -> preset.fits(keys)).toList();
        var most = fitting.stream().mapToLong(preset -> preset.mapped(keys)).max();
        return fitting.stream()
                .filter(preset -> preset.mapped(keys) == most.orElse(0))
                .toList();
    }

    /** The preset of a name; empty for no name. */
    Optional<EngagementPreset> find(Optional<String> name) {
        return name.map(this::require);
    }
}
