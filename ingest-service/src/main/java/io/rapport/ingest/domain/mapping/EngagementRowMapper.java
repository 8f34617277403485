package io.rapport.ingest.domain.mapping;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.engagement.EngagementFieldPaths;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.text.CellCleaner;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps the rows of a file to engagements: none for a row that the preset leaves out, several for a row that stands for
 * several, such as an order with a refund.
 */
public final class EngagementRowMapper {

    private static final String SOURCE_ID = "sourceId";
    private static final Pattern NUMBER = Pattern.compile("\\+\\d[\\d ().-]{6,18}\\d");
    private static final List<String> ACCOUNT = List.of("actor.id", "actor.name", "actor.url");

    private final EngagementColumns columns;
    private final EngagementMapping mapping;
    private final List<CompiledRule> rules;
    private final WordReader words;
    private final MappedValueReader values;
    private final boolean cells;
    private final Map<String, MappingNote> skippedReasons = new LinkedHashMap<>();
    private final Map<String, Integer> skippedCounts = new HashMap<>();
    private int skipped;

    /**
     * Creates a mapper.
     *
     * @param brandZone the zone of times without an offset, unless the mapping names one
     * @param cells whether values are cells, from which what exports add is taken off; JSON values are not
     */
    public EngagementRowMapper(EngagementColumns columns, ColumnSample sample, ZoneId brandZone, boolean cells) {
        this.columns = columns;
        this.mapping = columns.mapping();
        this.rules = columns.preset().stream()
                .flatMap(preset -> preset.rules().stream())
                .map(CompiledRule::of)
                .toList();
        this.words = new WordReader(mapping);
        this.values = new MappedValueReader(columns, sample, brandZone);
        this.cells = cells;
    }

    /** Maps a row. A row that cannot be parsed is returned as it is, so that it is rejected. */
    public List<InputRow> map(InputRow row) {
        RowCells read;
        try {
            read = new RowCells(row.fields());
        } catch (InputRejectedException e) {
            return List.of(row);
        }
        var set = new LinkedHashMap<String, String>();
        var engagements = new ArrayList<InputRow>();
        var more = new ArrayList<CompiledRule>();
        for (var rule : rules) {
            if (!rule.matches(read)) {
                continue;
            }
            if (rule.skip() != null) {
                skip(row, rule.skip());
                return List.of();
            }
            if (rule.also() == null) {
                set.putAll(rule.render(read));
            } else {
                more.add(rule);
            }
        }
        engagements.add(engagement(row, read, set, ""));
        for (var rule : more) {
            var changed = new LinkedHashMap<>(set);
            changed.putAll(rule.render(read));
            engagements.add(engagement(row, read, changed, "/" + rule.also()));
        }
        return engagements;
    }

    /** The number of rows that were left out. */
    public int skipped() {
        return skipped;
    }

    /** What was assumed and left out so far. */
    public List<MappingNote> notes() {
        var notes = new ArrayList<MappingNote>();
        skippedReasons.forEach((reason, first) -> notes.add(new MappingNote(
                first.line(), "%d rows were left out: %s.".formatted(skippedCounts.get(reason), reason))));
        notes.addAll(values.notes());
        return notes;
    }

    private void skip(InputRow row, String reason) {
        skipped++;
        skippedReasons.putIfAbsent(reason, new MappingNote(row.index(), reason));
        skippedCounts.merge(reason, 1, Integer::sum);
    }

    private InputRow engagement(InputRow row, RowCells read, Map<String, String> set, String suffix) {
        var fields = new LinkedHashMap<String, String>();
        read.names().stream()
                .sorted(Comparator.comparingInt(columns::rank))
                .forEach(name -> put(fields, columns.field(name), clean(columns.field(name), read.cell(name))));
        set.forEach((field, value) -> {
            fields.remove(field);
            put(fields, field, clean(field, value));
        });
        addConstants(fields);
        separateNumber(fields);
        addId(fields, read);
        if (!suffix.isEmpty()) {
            fields.computeIfPresent(SOURCE_ID, (field, id) -> id + suffix);
        }
        fields.replaceAll((field, value) -> values.read(field, words.read(field, value), row.index()));
        fields.values().removeIf(String::isEmpty);
        return new MappedRow(row, nested(fields), columns.isOwnForm() ? null : read.mapped(columns));
    }

    private static void put(Map<String, String> fields, String field, String value) {
        if (!value.isBlank() && !field.equals(EngagementMapping.IGNORE)) {
            fields.putIfAbsent(field, value);
        }
    }

    private String clean(String field, String value) {
        return cells ? CellCleaner.clean(value, EngagementFieldPaths.content(field)) : value;
    }

    /** A constant account is that of rows that name none. */
    private void addConstants(Map<String, String> fields) {
        var named = ACCOUNT.stream().anyMatch(fields::containsKey);
        mapping.constants().forEach((field, value) -> {
            if (!named || !field.startsWith("actor.")) {
                fields.putIfAbsent(field, value);
            }
        });
    }

    /** Exports of messengers write the number where other channels have a name; numbers are never names. */
    private static void separateNumber(Map<String, String> fields) {
        for (var field : List.of("actor.name", "actor.displayName")) {
            var value = fields.get(field);
            if (value != null && NUMBER.matcher(value.strip()).matches()) {
                fields.remove(field);
                fields.putIfAbsent("actor.phone", value);
            }
        }
    }

    private void addId(Map<String, String> fields, RowCells read) {
        if (fields.containsKey(SOURCE_ID) || mapping.ids().isEmpty()) {
            return;
        }
        var parts = mapping.ids().stream()
                .map(column -> CellCleaner.clean(read.cell(column), CellCleaner.Content.CODE)
                        .strip())
                .toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            return;
        }
        fields.put(
                SOURCE_ID,
                parts.size() == 1
                        ? parts.get(0)
                        : DeterministicIds.of("row", TopicKeys.join(parts.toArray(String[]::new)))
                                .toString());
    }

    private static Map<String, Object> nested(Map<String, String> fields) {
        var nested = new LinkedHashMap<String, Object>();
        var objects = new HashMap<String, Map<String, Object>>();
        fields.forEach((path, value) -> {
            var dot = path.indexOf('.');
            if (dot < 0) {
                nested.put(path, value);
            } else {
                var name = path.substring(0, dot);
                var object = objects.computeIfAbsent(name, absent -> new LinkedHashMap<>());
                object.put(path.substring(dot + 1), value);
                nested.put(name, object);
            }
        });
        return nested;
    }

    /** A row as an engagement. Of an export only the mapped columns are kept, without addresses. */
    private record MappedRow(
            InputRow original,
            Map<String, Object> engagement,
            @Nullable Map<String, String> mapped) implements InputRow {

        @Override
        public int index() {
            return original.index();
        }

        @Override
        public Map<?, ?> fields() {
            return engagement;
        }

        @Override
        public String raw() {
            return mapped == null
                    ? original.raw()
                    : mapped.entrySet().stream()
                            .map(cell -> cell.getKey() + ": " + ContactRedactor.redactEmails(cell.getValue()))
                            .collect(Collectors.joining("\n"));
        }
    }
}
