package io.rapport.ingest.domain.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the export of another system is read.
 *
 * @param name the name, a token; also the source of rows without one
 * @param title what it reads, for people
 * @param detect sets of columns; a file that has all of one of them is such an export
 * @param mapping the columns, constants, words and times of the export
 * @param rules rules in order
 * @param asks what a file of the export does not contain, unless the request declares it
 */
public record EngagementPreset(
        String name,
        String title,
        List<List<String>> detect,
        EngagementMapping mapping,
        List<MappingRule> rules,
        List<MappingQuestion> asks) {

    /** Whether a file is such an export, by the names of its columns in lower case. */
    boolean fits(Set<String> columns) {
        return detect.stream()
                .anyMatch(all -> all.stream().map(EngagementPreset::key).allMatch(columns::contains));
    }

    /** The number of columns of a file that the preset maps. */
    long mapped(Set<String> columns) {
        return mapping.columns().keySet().stream()
                .map(EngagementPreset::key)
                .filter(columns::contains)
                .count();
    }

    /** Whether a rule or a constant of the preset sets a field. */
    boolean sets(String field) {
        return mapping.constants().containsKey(field)
                || rules.stream().anyMatch(rule -> rule.set().containsKey(field));
    }

    /** The name of a column as names are compared. */
    static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }
}
