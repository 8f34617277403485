package io.rapport.ingest.domain.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@link MappingRule} with compiled expressions. */
record CompiledRule(
        Map<String, Pattern> when,
        Map<String, String> set,
        @Nullable String skip,
        @Nullable String also) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    static CompiledRule of(MappingRule rule) {
        var when = new LinkedHashMap<String, Pattern>();
        rule.when()
                .forEach((column, expression) ->
                        when.put(column, Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)));
        return new CompiledRule(when, rule.set(), rule.skip(), rule.also());
    }

    boolean matches(RowCells cells) {
        return when.entrySet().stream()
                .allMatch(condition -> condition
                        .getValue()
                        .matcher(cells.cell(condition.getKey()).strip())
                        .matches());
    }

    /** The values that the rule sets, by field. */
    Map<String, String> render(RowCells cells) {
        var values = new LinkedHashMap<String, String>();
        set.forEach((field, template) -> values.put(
                field,
                PLACEHOLDER.matcher(template).replaceAll(part -> Matcher.quoteReplacement(cells.cell(part.group(1))))));
        return values;
    }
}
