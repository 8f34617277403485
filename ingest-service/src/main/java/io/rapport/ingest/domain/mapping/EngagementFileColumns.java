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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one file of engagements: what each is read as, and why. A column is read as the request declares, else as the
 * saved mapping, else as the preset, else by its name: the path of a field, or a word for one.
 */
public final class EngagementFileColumns {

    /** The number of rows that are sampled. */
    public static final int SAMPLE_SIZE = 200;

    /** The most columns that are kept; those that later rows of a JSON file add beyond are determined for each row. */
    private static final int MAX_KEPT = 4_000;

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
     * @param words values that stand for nothing the field can be
     */
    public record ColumnView(String column, String field, Origin by, List<String> warnings, List<String> words) {}

    /**
     * A column of the file.
     *
     * @param field the path of the field; {@code ignore} when it is not imported
     */
    record Column(String name, String field, Origin by, int order) {

        /** Of the columns of one field the first that is not empty counts. */
        static final Comparator<Column> PRECEDENCE =
                Comparator.comparing(Column::by).thenComparing(Column::order);

        boolean isMapped() {
            return by != Origin.NOBODY;
        }
    }

    private final List<String> header;
    private final Layers layers;
    private final boolean ownForm;
    private final Targets given;
    private final Targets saved;
    private final Targets ofPreset;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<EngagementPreset> candidates;

    /** What a mapping reads a column as, and the position of the column in the mapping. */
    private record Target(String field, int order) {}

    /** The targets of a mapping, by the exact name of the column, else in any case. */
    private static final class Targets {

        private final Map<String, Target> exact = new HashMap<>();
        private final Map<String, Target> byKey = new HashMap<>();

        Targets(EngagementMapping mapping) {
            mapping.columns().forEach((name, field) -> {
                var target = new Target(field, exact.size());
                exact.put(name, target);
                byKey.putIfAbsent(EngagementPreset.key(name), target);
            });
        }

        @Nullable
        Target find(String name) {
            var target = exact.get(name);
            return target == null ? byKey.get(EngagementPreset.key(name)) : target;
        }
    }

    /** What determines how columns are read, in order of precedence. */
    private record Layers(
            EngagementMapping given,
            EngagementMapping saved,
            @Nullable EngagementPreset preset) {

        EngagementMapping effective() {
            var own = given.over(saved);
            return preset == null ? own : own.over(preset.mapping()).withPreset(preset.name());
        }
    }

    private EngagementFileColumns(List<String> header, Layers layers, List<EngagementPreset> candidates) {
        this.header = header;
        this.layers = layers;
        this.candidates = candidates;
        this.ownForm = layers.preset() == null && isOwnForm(header);
        this.given = new Targets(layers.given());
        this.saved = new Targets(layers.saved());
        this.ofPreset = new Targets(preset().map(EngagementPreset::mapping).orElse(EngagementMapping.EMPTY));
        for (var name : header) {
            columns.putIfAbsent(name, determine(name, columns.size()));
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
    public static EngagementFileColumns detect(
            List<String> header, PresetCatalogue presets, EngagementMapping saved, EngagementMapping given) {
        requireDistinctFields(header);
        var named = presets.find(Optional.ofNullable(given.preset()).or(() -> Optional.ofNullable(saved.preset())));
        var candidates =
                named.isPresent() || isOwnForm(header) ? List.<EngagementPreset>of() : presets.candidates(header);
        var preset = named.orElse(candidates.size() == 1 ? candidates.get(0) : null);
        return new EngagementFileColumns(header, new Layers(given, saved, preset), candidates);
    }

    /** The preset that the file is read by; empty for none. */
    public Optional<EngagementPreset> preset() {
        return Optional.ofNullable(layers.preset());
    }

    /** The presets that fit the file equally well; empty unless there are several. */
    List<EngagementPreset> rivals() {
        return candidates.size() > 1 ? candidates : List.of();
    }

    /** Whether the columns are named as the fields of engagements, so that each row shows itself what it lacks. */
    public boolean isOwnForm() {
        return ownForm;
    }

    /** The complete mapping of the rows: of the request, the saved one, the preset and the names of columns. */
    public EngagementMapping mapping() {
        var fields = new LinkedHashMap<String, String>();
        columns.values().stream().filter(Column::isMapped).forEach(column -> fields.put(column.name(), column.field()));
        return layers.effective().withColumns(fields);
    }

    /** The columns as the preview shows them, with what is doubtful about their values. */
    public List<ColumnView> views(ColumnSample sample) {
        var taken = new HashMap<String, String>();
        var views = new ArrayList<ColumnView>();
        var mapping = mapping();
        for (var column : columns.values()) {
            var warnings = new ArrayList<String>();
            if (!column.isMapped()) {
                if (layers.preset() == null) {
                    warnings.add("Not recognised: the column is not imported.");
                }
            } else {
                warnings.addAll(sample.warnings(column.name(), column.field(), mapping));
                var other = taken.putIfAbsent(column.field(), column.name());
                if (other != null && !column.field().equals(EngagementMapping.IGNORE)) {
                    warnings.add("Column '%s' is read as %s too; the first that is not empty counts."
                            .formatted(other, column.field()));
                }
            }
            var words =
                    column.isMapped() ? sample.unknownWords(column.name(), column.field(), mapping) : List.<String>of();
            views.add(new ColumnView(column.name(), column.field(), column.by(), warnings, words));
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

    /** A column by its name; also one that is not in the sampled rows of a JSON file. */
    Column column(String name) {
        var kept = columns.get(name);
        if (kept != null) {
            return kept;
        }
        var column = determine(name, 0);
        if (columns.size() < MAX_KEPT) {
            columns.put(name, column);
        }
        return column;
    }

    /** The columns that are read as a field, in order of precedence. */
    List<String> columnsOf(String field) {
        return readAs(field).sorted(Column.PRECEDENCE).map(Column::name).toList();
    }

    /** The first column that is read as a field, as the file names it. */
    public Optional<String> columnOf(String field) {
        return columnsOf(field).stream().findFirst();
    }

    /** Whether a field has a value in at least some rows. */
    boolean hasValue(String field) {
        return readAs(field).findAny().isPresent()
                || layers.effective().constants().containsKey(field)
                || preset().filter(preset -> preset.sets(field)).isPresent();
    }

    /** Whether the request, the saved mapping or a column has a value for a field, and not only the preset. */
    boolean hasOwnValue(String field) {
        return layers.given().over(layers.saved()).constants().containsKey(field)
                || readAs(field).anyMatch(column -> column.by() != Origin.PRESET);
    }

    private Stream<Column> readAs(String field) {
        return columns.values().stream()
                .filter(column -> column.isMapped() && column.field().equals(field));
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

    private Column determine(String name, int order) {
        var target = given.find(name);
        if (target != null) {
            return new Column(name, target.field(), Origin.GIVEN, order);
        }
        target = saved.find(name);
        if (target != null) {
            return new Column(name, target.field(), Origin.SAVED, order);
        }
        target = ofPreset.find(name);
        return target == null ? guess(name, order) : new Column(name, target.field(), Origin.PRESET, target.order());
    }

    private Column guess(String name, int order) {
        if (layers.preset() == null && EngagementFieldPaths.isPath(name)) {
            return new Column(name, name.strip(), Origin.NAME, order);
        }
        var word = layers.preset() == null && !ownForm ? EngagementWords.field(name) : Optional.<String>empty();
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
}
