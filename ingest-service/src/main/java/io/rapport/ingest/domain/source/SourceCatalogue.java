package io.rapport.ingest.domain.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sources that connections can use, by name. */
public final class SourceCatalogue {

    private final Map<String, SourceDefinition> sources = new TreeMap<>();

    /**
     * Creates a catalogue.
     *
     * @throws IllegalArgumentException if two sources have one name
     */
    public SourceCatalogue(Collection<SourceDefinition> definitions) {
        definitions.forEach(definition -> {
            if (sources.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException("Two sources have the name " + definition.name());
            }
        });
    }

    /** Finds a source. */
    public Optional<SourceDefinition> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** All sources by title. */
    public List<SourceDefinition> all() {
        return sources.values().stream()
                .sorted(Comparator.comparing(SourceDefinition::title))
                .toList();
    }

    /** The names of all sources, as a list in a sentence. */
    public String names() {
        return String.join(", ", sources.keySet());
    }
}
