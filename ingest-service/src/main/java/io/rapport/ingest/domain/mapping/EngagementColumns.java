package io.rapport.ingest.domain.mapping;

import io.rapport.ingest.domain.engagement.EngagementFieldPaths;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one file of engagements: what each is read as, and why. A column is read as the request says, else as the
 * saved mapping, else as the preset, else by its name: the path of a field, or a word for one.
 */
public final class EngagementColumns {

    /** The number of rows that are sampled. */
    public static final int SAMPLE_SIZE = 200;

    private static final Set<String> OWN_PATHS = Set.of("sourceId", "occurredAt", "kind", "direction");
    private static final int MIN_OWN_PATHS = 2;

    /** Where the meaning of a column comes from. */
    public enum Origin {
        GIVEN,
        SAVED,
        PRESET,
        NAME,
        NOBODY
    }

    /**
     * A column as the preview shows it.
     *
     * @param field the path of the field; {@code ignore} when it is not imported
     * @param warnings possible problems
     */
    public record ColumnView(String column, String field, Origin by, List<String> warnings) {}

    private record Column(String name, String field, Origin by, int order) {}

    private final List<String> header;
    private final Layers layers;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<EngagementPreset> candidates;

    /** What says how columns are read, in order of precedence. */
    private record Layers(
            EngagementMapping given,
            EngagementMapping saved,
            @Nullable EngagementPreset preset) {

        EngagementMapping effective() {
            var own = given.over(saved);
            return preset == null ? own : own.over(preset.mapping()).withPreset(preset.name());
        }
    }

    private EngagementColumns(List<String> header, Layers layers, List<EngagementPreset> candidates) {
        this.header = header;
        this.layers = layers;
        this.candidates = candidates;
        for (var name : header) {
            columns.put(name, column(name));
        }
        dropRepeatedGuesses();
    }

    /** Whether a cell of a file is the name of a column with a meaning. */
    public static boolean isColumnName(String cell, PresetCatalogue presets, EngagementMapping... mappings) {
        var name = cell.strip();
        return EngagementFieldPaths.isPath(name)
                || presets.isColumn(name)
                || EngagementWords.field(name).isPresent()
                || List.of(mappings).stream()
                        .anyMatch(mapping -> mapping.columns().containsKey(name)
                                || mapping.ids().contains(name));
    }

    /**
     * Determines the columns of a file.
     *
     * @param header the names of the columns
     * @param saved the mapping that the brand has saved for the source
     * @param given the mapping in the request
     * @throws InputRejectedException if two columns are named as the same field
     */
    public static EngagementColumns detect(
            List<String> header, PresetCatalogue presets, EngagementMapping saved, EngagementMapping given) {
        requireDistinctFields(header);
        var named = presets.find(Optional.ofNullable(given.preset()).or(() -> Optional.ofNullable(saved.preset())));
        var candidates =
                named.isPresent() || isOwnForm(header) ? List.<EngagementPreset>of() : presets.candidates(header);
        var preset = named.orElse(candidates.size() == 1 ? candidates.get(0) : null);
        return new EngagementColumns(header, new Layers(given, saved, preset), candidates);
    }

    /** The preset that the file is read by; empty for none. */
    public Optional<EngagementPreset> preset() {
        return Optional.ofNullable(layers.preset());
    }

    /** The presets that fit the file equally well; empty unless there are several. */
    List<EngagementPreset> rivals() {
        return candidates.size() > 1 ? candidates : List.of();
    }

    /** Whether the columns are named as the fields of engagements, so that each row says itself what it lacks. */
    public boolean isOwnForm() {
        return layers.preset() == null && isOwnForm(header);
    }

    /** All that is said about the rows, whoever says it. */
    public EngagementMapping mapping() {
        var fields = new LinkedHashMap<String, String>();
        columns.values().stream()
                .filter(column -> column.by() != Origin.NOBODY)
                .forEach(column -> fields.put(column.name(), column.field()));
        return layers.effective().withColumns(fields);
    }

    /** The columns as the preview shows them, with what is doubtful about their values. */
    public List<ColumnView> views(ColumnSample sample) {
        var taken = new HashMap<String, String>();
        var views = new ArrayList<ColumnView>();
        for (var column : columns.values()) {
            var warnings = new ArrayList<String>();
            if (column.by() == Origin.NOBODY) {
                if (layers.preset() == null) {
                    warnings.add("Not recognised: the column is not imported.");
                }
            } else {
                warnings.addAll(sample.warnings(column.name(), column.field(), mapping()));
                var other = taken.putIfAbsent(column.field(), column.name());
                if (other != null && !column.field().equals(EngagementMapping.IGNORE)) {
                    warnings.add("Column '%s' is read as %s too; the first that is not empty counts."
                            .formatted(other, column.field()));
                }
            }
            views.add(new ColumnView(column.name(), column.field(), column.by(), warnings));
        }
        return views;
    }

    /** Mapped columns that the file does not have. */
    public Set<String> unused() {
        var unused = new LinkedHashSet<>(layers.given().columns().keySet());
        unused.addAll(layers.saved().columns().keySet());
        var keys = new HashSet<String>();
        header.forEach(name -> keys.add(EngagementPreset.key(name)));
        unused.removeIf(name -> keys.contains(EngagementPreset.key(name)));
        return unused;
    }

    /** The field of a column; also of one that is not among the first rows of a JSON file. */
    String field(String name) {
        return columns.computeIfAbsent(name, this::column).field();
    }

    /** The columns that are read as a field, in order of precedence. */
    List<String> columnsOf(String field) {
        return columns.values().stream()
                .filter(column -> column.by() != Origin.NOBODY && column.field().equals(field))
                .sorted(Comparator.comparing(Column::by).thenComparing(Column::order))
                .map(Column::name)
                .toList();
    }

    /** The first column that is read as a field, as the file names it. */
    public Optional<String> columnOf(String field) {
        return columnsOf(field).stream().findFirst();
    }

    /** The position of a column in the order of precedence; a lower one counts first. */
    int rank(String name) {
        var column = columns.computeIfAbsent(name, this::column);
        return column.by().ordinal() * 1_000 + column.order();
    }

    /** Whether something says a value for a field in at least some rows. */
    boolean says(String field) {
        return !columnsOf(field).isEmpty()
                || layers.effective().constants().containsKey(field)
                || preset().filter(preset -> preset.sets(field)).isPresent();
    }

    /** Whether the request, the saved mapping or a column says a value for a field, and not only the preset. */
    boolean saysItself(String field) {
        return layers.given().over(layers.saved()).constants().containsKey(field)
                || columnsOf(field).stream().anyMatch(name -> column(name).by() != Origin.PRESET);
    }

    private static boolean isOwnForm(List<String> header) {
        return header.stream().filter(OWN_PATHS::contains).distinct().count() >= MIN_OWN_PATHS
                || !header.isEmpty() && header.stream().allMatch(EngagementFieldPaths::isPath);
    }

    private static void requireDistinctFields(List<String> header) {
        header.stream()
                .filter(name -> EngagementFieldPaths.isPath(name) && header.contains(name + " (2)"))
                .findFirst()
                .ifPresent(name -> {
                    throw InputRejectedException.invalid(
                            name, "is the name of two columns of the file; the names of fields have to be unique.");
                });
    }

    private Column column(String name) {
        var order = Math.max(0, header.indexOf(name));
        var given = find(layers.given(), name);
        if (given.isPresent()) {
            return new Column(name, given.get(), Origin.GIVEN, order);
        }
        var saved = find(layers.saved(), name);
        if (saved.isPresent()) {
            return new Column(name, saved.get(), Origin.SAVED, order);
        }
        var preset = layers.preset();
        if (preset != null) {
            var names = List.copyOf(preset.mapping().columns().keySet());
            for (var at = 0; at < names.size(); at++) {
                if (EngagementPreset.key(names.get(at)).equals(EngagementPreset.key(name))) {
                    return new Column(name, preset.mapping().columns().get(names.get(at)), Origin.PRESET, at);
                }
            }
        }
        return guess(name, order);
    }

    private Column guess(String name, int order) {
        if (layers.preset() == null && EngagementFieldPaths.isPath(name)) {
            return new Column(name, name.strip(), Origin.NAME, order);
        }
        var word =
                layers.preset() == null && !isOwnForm(header) ? EngagementWords.field(name) : Optional.<String>empty();
        return word.map(field -> new Column(name, field, Origin.NAME, order))
                .orElseGet(() -> new Column(name, EngagementMapping.IGNORE, Origin.NOBODY, order));
    }

    /** Of several columns whose names stand for one field, only the first is read, and none if another origin maps it. */
    private void dropRepeatedGuesses() {
        var taken = new HashSet<String>();
        columns.values().stream()
                .filter(column -> column.by() != Origin.NAME)
                .forEach(column -> taken.add(column.field()));
        taken.remove(EngagementMapping.IGNORE);
        columns.replaceAll((name, column) -> column.by() != Origin.NAME || taken.add(column.field())
                ? column
                : new Column(name, EngagementMapping.IGNORE, Origin.NOBODY, column.order()));
    }

    private static Optional<String> find(EngagementMapping mapping, String name) {
        var exact = mapping.columns().get(name);
        return exact != null
                ? Optional.of(exact)
                : mapping.columns().entrySet().stream()
                        .filter(entry -> EngagementPreset.key(entry.getKey()).equals(EngagementPreset.key(name)))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
