package io.rapport.ingest.domain.column;

import io.rapport.contracts.PersonNameRules;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.text.BirthDateParser;
import io.rapport.ingest.domain.text.CellCleaner;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mapping of the columns of one file to client fields.
 *
 * @param columns the columns by name, in the order of the file
 * @param unused mapped columns that the file does not have
 */
public record ClientListColumns(Map<String, Column> columns, Set<String> unused) {

    /** The number of rows that are sampled to detect columns. */
    public static final int SAMPLE_SIZE = 200;

    private static final int MAX_COLUMNS = 500;
    private static final Set<ClientListField> SINGLE_VALUED = Set.of(
            ClientListField.CLIENT,
            ClientListField.NAME,
            ClientListField.EMAIL,
            ClientListField.BIRTH_DATE,
            ClientListField.COUNTRY);

    /** Where the mapping of a column comes from. */
    public enum Origin {
        GIVEN,
        SAVED,
        NAME,
        VALUES,
        NOBODY
    }

    /** One column. */
    record Column(ColumnTarget target, Origin by, List<String> warnings) {}

    /**
     * A column as the preview shows it.
     *
     * @param field the word for the client field
     * @param by the origin of the mapping
     * @param warnings possible problems with the mapping
     */
    public record ColumnView(String column, String field, Origin by, List<String> warnings) {}

    /**
     * Validates and normalises a mapping.
     *
     * @param words the word for the client field, by column name
     * @throws InputRejectedException if a word is unknown
     */
    public static Map<String, String> validateMapping(Map<?, ?> words) {
        if (words.size() > MAX_COLUMNS) {
            throw InputRejectedException.invalid("columns", "names more than " + MAX_COLUMNS + " columns.");
        }
        var checked = new LinkedHashMap<String, String>();
        words.forEach((column, word) -> checked.put(
                TextCleaner.toSingleLine(String.valueOf(column)),
                ColumnTarget.read(String.valueOf(word), "columns." + column).word()));
        return checked;
    }

    /**
     * Detects the field of each column: from the given mapping, else the saved mapping, else the column name, else the
     * values.
     *
     * @param sample the first rows
     * @param given the mapping in the request
     * @param saved the mapping that the brand has saved
     * @throws InputRejectedException if a word is unknown
     */
    public static ClientListColumns detect(
            List<String> header, List<InputRow> sample, Map<String, String> given, Map<String, String> saved) {
        var requested = validateMapping(given);
        var columns = new LinkedHashMap<String, Column>();
        var taken = new LinkedHashMap<ClientListField, String>();
        for (var name : header) {
            var values = values(name, sample);
            var column = column(name, values, requested, saved);
            columns.put(name, withWarnings(name, column, values, taken));
        }
        var unused = new LinkedHashSet<>(saved.keySet());
        unused.addAll(requested.keySet());
        header.forEach(unused::remove);
        return new ClientListColumns(columns, unused);
    }

    /** Returns the columns as the preview shows them. */
    public List<ColumnView> views() {
        return columns.entrySet().stream()
                .map(each -> new ColumnView(
                        each.getKey(),
                        each.getValue().target().word(),
                        each.getValue().by(),
                        each.getValue().warnings()))
                .toList();
    }

    /** Returns the mapping, in the form in which it can be saved. */
    public Map<String, String> mapping() {
        var words = new LinkedHashMap<String, String>();
        columns.forEach((name, column) -> words.put(name, column.target().word()));
        return words;
    }

    /**
     * Whether the column was mapped, or its whole name or its values determine what it holds. A bad value of another column never
     * costs the row.
     */
    public boolean isCertain(String column) {
        var by = Optional.ofNullable(columns.get(column)).map(Column::by).orElse(Origin.NOBODY);
        return by != Origin.NAME
                || ColumnNameClassifier.classify(column)
                        .filter(ColumnNameClassifier.Classification::certain)
                        .isPresent();
    }

    /** Returns the cells of a row by column, without what exports add to values, and without cells that hold no value. */
    public Map<String, Object> clean(Map<?, ?> cells) {
        var cleaned = new LinkedHashMap<String, Object>();
        cells.forEach((column, cell) -> {
            var value = cell instanceof String text
                    ? CellCleaner.clean(text, target(String.valueOf(column)).content())
                    : cell;
            if (value != null && !value.equals("")) {
                cleaned.put(String.valueOf(column), value);
            }
        });
        return cleaned;
    }

    /** Returns the columns that hold names by their mapping or their own name, those with order numbers included. */
    public List<String> nameColumns() {
        return columns.keySet().stream()
                .filter(column -> target(column).is(ClientListField.NAME)
                        || ColumnNameClassifier.classify(column)
                                .filter(guess -> guess.target().is(ClientListField.NAME))
                                .isPresent())
                .toList();
    }

    public ColumnTarget target(String column) {
        return Optional.ofNullable(columns.get(column)).map(Column::target).orElse(ColumnTarget.FIELD);
    }

    /** Returns the raw text of a row with e-mail addresses and telephone numbers redacted. */
    public String redactedRaw(InputRow row) {
        var raw = row.raw();
        try {
            for (var cell : row.fields().entrySet()) {
                raw = isContact(target(String.valueOf(cell.getKey())))
                        ? ContactRedactor.redactValue(raw, cell.getValue())
                        : raw;
            }
            return ContactRedactor.redactEmails(raw);
        } catch (InputRejectedException e) {
            return ContactRedactor.redactContacts(raw); // The cells cannot be assigned to columns.
        }
    }

    private static boolean isContact(ColumnTarget target) {
        return target.is(ClientListField.EMAIL)
                || target.is(ClientListField.PHONE)
                || target.is(ClientListField.MOBILE);
    }

    private static Column column(
            String name, ColumnValueClassifier values, Map<String, String> given, Map<String, String> saved) {
        if (given.containsKey(name)) {
            return new Column(ColumnTarget.read(given.get(name), name), Origin.GIVEN, List.of());
        }
        if (saved.containsKey(name)) {
            return new Column(ColumnTarget.read(saved.get(name), name), Origin.SAVED, List.of());
        }
        return ColumnNameClassifier.classify(name)
                .filter(guess ->
                        guess.certain() && !guess.target().is(ClientListField.NAME) || values.supports(guess.target()))
                .map(guess -> new Column(withDateOrder(guess.target(), values), Origin.NAME, List.of()))
                .or(() -> values.classify().map(target -> new Column(target, Origin.VALUES, List.of())))
                .orElseGet(() -> new Column(ColumnTarget.FIELD, Origin.NOBODY, List.of()));
    }

    private static ColumnTarget withDateOrder(ColumnTarget target, ColumnValueClassifier values) {
        return target.is(ClientListField.BIRTH_DATE) ? ColumnTarget.birthDate(values.isMonthFirst()) : target;
    }

    private static Column withWarnings(
            String name, Column column, ColumnValueClassifier values, Map<ClientListField, String> taken) {
        var warnings = new ArrayList<String>();
        var field = column.target().field();
        var first = taken.putIfAbsent(field, name);
        if (first != null && SINGLE_VALUED.contains(field)) {
            warnings.add("Column '%s' is also mapped to %s; if both columns have a value, that column is used."
                    .formatted(TextCleaner.abbreviate(first), field.word()));
        }
        var unread = values.values().stream()
                .filter(value -> !isReadable(column.target(), value))
                .count();
        if (unread > 0) {
            warnings.add("%d of the first %d values cannot be read as %s."
                    .formatted(unread, values.values().size(), field.word()));
        }
        if (field == ClientListField.BIRTH_DATE && column.by() == Origin.NAME && values.isDayMonthOrderAmbiguous()) {
            warnings.add(
                    "The order of day and month is ambiguous; day first is assumed. Map the column to birthDate.mdy if"
                            + " the month is first.");
        }
        if (column.by() == Origin.NOBODY && values.areOrderNumbers()) {
            warnings.add(
                    "The values are numbers of orders or customers, and name nobody: the column is stored as an extra"
                            + " field.");
        } else if (column.by() == Origin.NOBODY) {
            warnings.add("Not recognised: the column is stored as an extra field and not used for matching.");
        }
        return new Column(column.target(), column.by(), warnings);
    }

    private static boolean isReadable(ColumnTarget target, String value) {
        return switch (target.field()) {
            case EMAIL -> ContactHasher.isEmailAddress(value);
            case PHONE, MOBILE -> PhoneNumberParser.toDigits(value, null).isPresent();
            case BIRTH_DATE -> BirthDateParser.isDate(value);
            case NAME -> PersonNameRules.isName(value);
            default -> true;
        };
    }

    private static ColumnValueClassifier values(String column, List<InputRow> sample) {
        var values = new ArrayList<String>();
        for (var row : sample) {
            try {
                Optional.ofNullable(row.fields().get(column))
                        .map(cell -> CellCleaner.clean(cell.toString(), CellCleaner.Content.CODE))
                        .filter(value -> !value.isEmpty())
                        .ifPresent(values::add);
            } catch (InputRejectedException e) {
                continue; // The import rejects the row.
            }
        }
        return new ColumnValueClassifier(values);
    }
}
