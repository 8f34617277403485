package io.rapport.ingest.domain.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a preset for the rows in which all of its conditions hold.
 *
 * @param when regular expressions by column, without regard to case; a column that the row does not have is empty
 * @param set values by the path of the field, in which <code>{Column}</code> stands for the cell; an empty value removes the field
 * @param skip why such rows are left out; null when they are not
 * @param also the suffix of the id of a further engagement that the row stands for; null when the rule is about the row
 */
public record MappingRule(
        Map<String, String> when,
        Map<String, String> set,
        @Nullable String skip,
        @Nullable String also) {}
