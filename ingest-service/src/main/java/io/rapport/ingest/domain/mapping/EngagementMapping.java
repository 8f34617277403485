package io.rapport.ingest.domain.mapping;

import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.EpochUnit;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file of engagements are read, as a request or a preset declares it or as it is saved.
 *
 * @param preset the name of the preset that it is based on; null for none
 * @param columns the path of the field by column, or {@link #IGNORE}
 * @param constants values by the path of the field, for rows without a value of their own
 * @param values what words of the export stand for, by the path of the field
 * @param ids the columns of which the id of a row is made; empty when a column holds it
 * @param zone the zone of times without an offset; null for the brand's
 * @param dates the order of day and month; null when the values determine it
 * @param epoch the unit of times that are numbers; null when they are not accepted
 */
public record EngagementMapping(
        @Nullable String preset,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        List<String> ids,
        @Nullable ZoneId zone,
        @Nullable DateOrder dates,
        @Nullable EpochUnit epoch) {

    /** The word for a column that is not imported. */
    public static final String IGNORE = "ignore";

    /** A mapping without any rule. */
    public static final EngagementMapping EMPTY =
            new EngagementMapping(null, Map.of(), Map.of(), Map.of(), List.of(), null, null, null);

    /** Returns this mapping, completed by what another one declares in addition. */
    public EngagementMapping over(EngagementMapping base) {
        return new EngagementMapping(
                preset != null ? preset : base.preset,
                merge(columns, base.columns),
                merge(constants, base.constants),
                mergeWords(values, base.values),
                ids.isEmpty() ? base.ids : ids,
                zone != null ? zone : base.zone,
                dates != null ? dates : base.dates,
                epoch != null ? epoch : base.epoch);
    }

    /** Returns a copy with other columns. */
    EngagementMapping withColumns(Map<String, String> newColumns) {
        return new EngagementMapping(preset, newColumns, constants, values, ids, zone, dates, epoch);
    }

    /** Returns a copy with another preset. */
    public EngagementMapping withPreset(@Nullable String newPreset) {
        return new EngagementMapping(newPreset, columns, constants, values, ids, zone, dates, epoch);
    }

    private static <V> Map<String, V> merge(Map<String, V> first, Map<String, V> second) {
        var merged = new LinkedHashMap<>(first);
        second.forEach(merged::putIfAbsent);
        return merged;
    }

    private static Map<String, Map<String, String>> mergeWords(
            Map<String, Map<String, String>> first, Map<String, Map<String, String>> second) {
        var merged = new LinkedHashMap<>(first);
        second.forEach((field, words) -> merged.merge(field, words, EngagementMapping::merge));
        return merged;
    }
}
