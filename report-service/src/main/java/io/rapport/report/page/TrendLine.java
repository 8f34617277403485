package io.rapport.report.page;

import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values of one figure over time, for a {@link TrendChart}.
 *
 * @param tone the style class of the line
 * @param values in the order of the days; null where the figure is not measurable
 * @param format of the values in the table
 */
public record TrendLine(String label, String tone, List<@Nullable Double> values, DoubleFunction<String> format) {

    String text(int index) {
        var value = values.get(index);
        return value == null ? "–" : format.apply(value);
    }
}
