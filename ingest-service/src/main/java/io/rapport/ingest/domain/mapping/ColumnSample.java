package io.rapport.ingest.domain.mapping;

import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.text.AmountParser;
import io.rapport.ingest.domain.text.CellCleaner;
import io.rapport.ingest.domain.text.DecimalMark;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the first rows of a file by column. */
public final class ColumnSample {

    private static final int MAX_NAMED = 5;

    private final Map<String, List<String>> values = new HashMap<>();

    /** Collects the values of rows. */
    public ColumnSample(List<InputRow> rows) {
        for (var row : rows) {
            try {
                row.fields().forEach((column, cell) -> add(String.valueOf(column), String.valueOf(cell)));
            } catch (InputRejectedException e) {
                continue; // The import rejects the row.
            }
        }
    }

    /** The order of day and month that the values of some columns determine; null if none does. */
    @Nullable
    DateOrder dateOrder(Collection<String> columns) {
        return DateOrder.of(all(columns)).orElse(null);
    }

    /** Whether some value has day and month in an order that no value determines. */
    boolean isDateOrderUnknown(Collection<String> columns) {
        return DateOrder.of(all(columns)).isEmpty() && all(columns).stream().anyMatch(DateOrder::isAmbiguous);
    }

    /** The decimal separator of the amounts in some columns. */
    DecimalMark decimalMark(Collection<String> columns) {
        return AmountParser.decimalMark(all(columns));
    }

    /** What is doubtful about the values of a column. */
    List<String> warnings(String column, String field, EngagementMapping mapping) {
        var unknown = unknownWords(column, field, mapping);
        if (unknown.isEmpty()) {
            return List.of();
        }
        var first = unknown.get(0);
        var named =
                unknown.stream().limit(MAX_NAMED).map(TextCleaner::abbreviate).toList();
        return List.of("%s no %s: say what each stands for, such as value=%s:%s=%s."
                .formatted(
                        String.join(", ", named) + (unknown.size() == 1 ? " is" : " are"),
                        field,
                        field,
                        TextCleaner.abbreviate(first),
                        field.equals("kind") ? "COMMENT" : "INBOUND"));
    }

    /** The words of a column that stand for no value of its field; empty for a field whose values are no words. */
    List<String> unknownWords(String column, String field, EngagementMapping mapping) {
        if (!EngagementWords.hasWords(field)) {
            return List.of();
        }
        var words = new WordReader(mapping);
        return values.getOrDefault(column, List.of()).stream()
                .filter(word -> !words.isKnown(field, word))
                .distinct()
                .toList();
    }

    private List<String> all(Collection<String> columns) {
        var all = new ArrayList<String>();
        columns.forEach(column -> all.addAll(values.getOrDefault(column, List.of())));
        return all;
    }

    private void add(String column, String cell) {
        var value = CellCleaner.clean(cell, CellCleaner.Content.CODE).strip();
        if (!value.isEmpty()) {
            values.computeIfAbsent(column, name -> new ArrayList<>()).add(value);
        }
    }
}
