package io.rapport.ingest.domain;

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
public record ClientColumns(Map<String, Column> columns, Set<String> unused) {

    /** So many rows are looked at to guess. */
    public static final int LOOKED_AT = 200;

    private static final int MAX_COLUMNS = 500;
    private static final Set<ClientField> ONE_ONLY = Set.of(
            ClientField.CLIENT, ClientField.NAME, ClientField.EMAIL, ClientField.BIRTH_DATE, ClientField.COUNTRY);

    /** Who says what a column is. */
    public enum By {
        GIVEN,
        SAVED,
        NAME,
        VALUES,
        NOBODY
    }

    /** One column. */
    record Column(Target target, By by, List<String> warnings) {}

    /** Which words say what columns are: those that came with the file, and those that were saved before. */
    public record Said(Map<String, String> given, Map<String, String> saved) {}

    /**
     * A column, to be shown.
     *
     * @param field the word for what it is read as
     * @param by who says so
     * @param warnings what may be wrong with it
     */
    public record Shown(String column, String field, By by, List<String> warnings) {}

    /**
     * Reads a mapping.
     *
     * @param words what to read each column as, by name
     * @throws NotAccepted if a word is not known
     */
    public static Map<String, String> check(Map<?, ?> words) {
        if (words.size() > MAX_COLUMNS) {
            throw NotAccepted.invalid("columns", "names more than " + MAX_COLUMNS + " columns.");
        }
        var checked = new LinkedHashMap<String, String>();
        words.forEach((column, word) -> checked.put(
                Texts.line(String.valueOf(column)),
                Target.read(String.valueOf(word), "columns." + column).word()));
        return checked;
    }

    /**
     * Finds out what each column is: what was said, else what its name, else what its values suggest.
     *
     * @param sample the first rows
     * @throws NotAccepted if a word is not known
     */
    public static ClientColumns of(List<String> header, List<Row> sample, Said said) {
        var given = check(said.given());
        var columns = new LinkedHashMap<String, Column>();
        var taken = new LinkedHashMap<ClientField, String>();
        for (var name : header) {
            var values = values(name, sample);
            var column = column(name, values, given, said.saved());
            columns.put(name, warned(name, column, values, taken));
        }
        var unused = new LinkedHashSet<>(said.saved().keySet());
        unused.addAll(given.keySet());
        header.forEach(unused::remove);
        return new ClientColumns(columns, unused);
    }

    /** The columns, to be shown. */
    public List<Shown> shown() {
        return columns.entrySet().stream()
                .map(each -> new Shown(
                        each.getKey(),
                        each.getValue().target().word(),
                        each.getValue().by(),
                        each.getValue().warnings()))
                .toList();
    }

    /** The mapping, to be saved as it is. */
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        columns.forEach((name, column) -> words.put(name, column.target().word()));
        return words;
    }

    Target target(String column) {
        return Optional.ofNullable(columns.get(column)).map(Column::target).orElse(Target.FIELD);
    }

    /** A row as it came, without anything by which somebody could be reached. */
    String struckOut(Row row) {
        var raw = row.raw();
        try {
            for (var cell : row.fields().entrySet()) {
                raw = isContact(target(String.valueOf(cell.getKey()))) ? Struck.value(raw, cell.getValue()) : raw;
            }
            return Struck.addresses(raw);
        } catch (NotAccepted e) {
            return Struck.all(raw); // Nobody knows which cell is of which column.
        }
    }

    private static boolean isContact(Target target) {
        return target.is(ClientField.EMAIL) || target.is(ClientField.PHONE) || target.is(ClientField.MOBILE);
    }

    private static Column column(
            String name, ColumnValues values, Map<String, String> given, Map<String, String> saved) {
        if (given.containsKey(name)) {
            return new Column(Target.read(given.get(name), name), By.GIVEN, List.of());
        }
        if (saved.containsKey(name)) {
            return new Column(Target.read(saved.get(name), name), By.SAVED, List.of());
        }
        return ColumnNames.guess(name)
                .filter(guess -> guess.certain() || values.speakFor(guess.target()))
                .map(guess -> new Column(dated(guess.target(), values), By.NAME, List.of()))
                .or(() -> values.guess().map(target -> new Column(target, By.VALUES, List.of())))
                .orElseGet(() -> new Column(Target.FIELD, By.NOBODY, List.of()));
    }

    private static Target dated(Target target, ColumnValues values) {
        return target.is(ClientField.BIRTH_DATE) ? Target.birthDate(values.monthsStandFirst()) : target;
    }

    private static Column warned(String name, Column column, ColumnValues values, Map<ClientField, String> taken) {
        var warnings = new ArrayList<String>();
        var field = column.target().field();
        var first = taken.putIfAbsent(field, name);
        if (first != null && ONE_ONLY.contains(field)) {
            warnings.add("Column '%s' is read as %s too; where both are filled, that one counts."
                    .formatted(Texts.shown(first), field.word()));
        }
        var unread = values.values().stream()
                .filter(value -> !isReadable(column.target(), value))
                .count();
        if (unread > 0) {
            warnings.add("%d of the first %d values cannot be read as %s."
                    .formatted(unread, values.values().size(), field.word()));
        }
        if (field == ClientField.BIRTH_DATE && column.by() == By.NAME && values.daysCouldBeMonths()) {
            warnings.add(
                    "Days and months cannot be told apart; days are read first. Map it to birthDate.mdy if months stand first.");
        }
        if (column.by() == By.NOBODY) {
            warnings.add("Not recognised: kept as a field and not used to recognise anybody.");
        }
        return new Column(column.target(), column.by(), warnings);
    }

    private static boolean isReadable(Target target, String value) {
        return switch (target.field()) {
            case EMAIL -> ContactHashes.isAddress(value);
            case PHONE, MOBILE -> PhoneNumbers.digits(value, null).isPresent();
            case BIRTH_DATE -> BirthDates.canBeRead(value);
            default -> true;
        };
    }

    private static ColumnValues values(String column, List<Row> sample) {
        var values = new ArrayList<String>();
        for (var row : sample) {
            try {
                Optional.ofNullable(row.fields().get(column))
                        .map(Object::toString)
                        .ifPresent(values::add);
            } catch (NotAccepted e) {
                continue; // It is rejected when it is taken in.
            }
        }
        return new ColumnValues(values);
    }
}
