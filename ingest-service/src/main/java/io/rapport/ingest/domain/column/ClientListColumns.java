package io.rapport.ingest.domain.column;

import io.rapport.ingest.domain.text.BirthDateParser;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import io.rapport.ingest.domain.text.TextCleaner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each column of one file is read as.
 *
 * @param columns by name, in the order of the file
 * @param unused columns that were mapped and are not in the file
 */
public record ClientListColumns(Map<String, Column> columns, Set<String> unused) {

    /** So many rows are looked at to guess. */
    public static final int SAMPLE_SIZE = 200;

    private static final int MAX_COLUMNS = 500;
    private static final Set<ClientListField> SINGLE_VALUED = Set.of(
            ClientListField.CLIENT, ClientListField.NAME, ClientListField.EMAIL, ClientListField.BIRTH_DATE, ClientListField.COUNTRY);

    /** Who says what a column is. */
    public enum Origin {
        GIVEN,
        SAVED,
        NAME,
        VALUES,
        NOBODY
    }

    /** One column. */
    record Column(ColumnTarget target, Origin by, List<String> warnings) {}

    /** Which words say what columns are: those that came with the file, and those that were saved before. */
    public record MappingInput(Map<String, String> given, Map<String, String> saved) {}

    /**
     * A column, to be shown.
     *
     * @param field the word for what it is read as
     * @param by who says so
     * @param warnings what may be wrong with it
     */
    public record ColumnView(String column, String field, Origin by, List<String> warnings) {}

    /**
     * Reads a mapping.
     *
     * @param words what to read each column as, by name
     * @throws InputRejectedException if a word is not known
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
     * Finds out what each column is: what was said, else what its name, else what its values suggest.
     *
     * @param sample the first rows
     * @throws InputRejectedException if a word is not known
     */
    public static ClientListColumns detect(List<String> header, List<InputRow> sample, MappingInput said) {
        var given = validateMapping(said.given());
        var columns = new LinkedHashMap<String, Column>();
        var taken = new LinkedHashMap<ClientListField, String>();
        for (var name : header) {
            var values = values(name, sample);
            var column = column(name, values, given, said.saved());
            columns.put(name, withWarnings(name, column, values, taken));
        }
        var unused = new LinkedHashSet<>(said.saved().keySet());
        unused.addAll(given.keySet());
        header.forEach(unused::remove);
        return new ClientListColumns(columns, unused);
    }

    /** The columns, to be shown. */
    public List<ColumnView> views() {
        return columns.entrySet().stream()
                .map(each -> new ColumnView(
                        each.getKey(),
                        each.getValue().target().word(),
                        each.getValue().by(),
                        each.getValue().warnings()))
                .toList();
    }

    /** The mapping, to be saved as it is. */
    public Map<String, String> mapping() {
        var words = new LinkedHashMap<String, String>();
        columns.forEach((name, column) -> words.put(name, column.target().word()));
        return words;
    }

    public ColumnTarget target(String column) {
        return Optional.ofNullable(columns.get(column)).map(Column::target).orElse(ColumnTarget.FIELD);
    }

    /** A row as it came, without anything by which somebody could be reached. */
    public String redactedRaw(InputRow row) {
        var raw = row.raw();
        try {
            for (var cell : row.fields().entrySet()) {
                raw = isContact(target(String.valueOf(cell.getKey()))) ? ContactRedactor.redactValue(raw, cell.getValue()) : raw;
            }
            return ContactRedactor.redactEmails(raw);
        } catch (InputRejectedException e) {
            return ContactRedactor.redactContacts(raw); // Nobody knows which cell is of which column.
        }
    }

    private static boolean isContact(ColumnTarget target) {
        return target.is(ClientListField.EMAIL) || target.is(ClientListField.PHONE) || target.is(ClientListField.MOBILE);
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
                .filter(guess -> guess.certain() || values.supports(guess.target()))
                .map(guess -> new Column(withDateOrder(guess.target(), values), Origin.NAME, List.of()))
                .or(() -> values.classify().map(target -> new Column(target, Origin.VALUES, List.of())))
                .orElseGet(() -> new Column(ColumnTarget.FIELD, Origin.NOBODY, List.of()));
    }

    private static ColumnTarget withDateOrder(ColumnTarget target, ColumnValueClassifier values) {
        return target.is(ClientListField.BIRTH_DATE) ? ColumnTarget.birthDate(values.isMonthFirst()) : target;
    }

    private static Column withWarnings(String name, Column column, ColumnValueClassifier values, Map<ClientListField, String> taken) {
        var warnings = new ArrayList<String>();
        var field = column.target().field();
        var first = taken.putIfAbsent(field, name);
        if (first != null && SINGLE_VALUED.contains(field)) {
            warnings.add("Column '%s' is read as %s too; where both are filled, that one counts."
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
                    "Days and months cannot be told apart; days are read first. Map it to birthDate.mdy if months stand first.");
        }
        if (column.by() == Origin.NOBODY) {
            warnings.add("Not recognised: kept as a field and not used to recognise anybody.");
        }
        return new Column(column.target(), column.by(), warnings);
    }

    private static boolean isReadable(ColumnTarget target, String value) {
        return switch (target.field()) {
            case EMAIL -> ContactHasher.isEmailAddress(value);
            case PHONE, MOBILE -> PhoneNumberParser.toDigits(value, null).isPresent();
            case BIRTH_DATE -> BirthDateParser.isDate(value);
            default -> true;
        };
    }

    private static ColumnValueClassifier values(String column, List<InputRow> sample) {
        var values = new ArrayList<String>();
        for (var row : sample) {
            try {
                Optional.ofNullable(row.fields().get(column))
                        .map(Object::toString)
                        .ifPresent(values::add);
            } catch (InputRejectedException e) {
                continue; // It is rejected when it is taken in.
            }
        }
        return new ColumnValueClassifier(values);
    }
}
