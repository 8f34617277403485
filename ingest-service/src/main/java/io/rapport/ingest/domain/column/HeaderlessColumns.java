package io.rapport.ingest.domain.column;

import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.contact.PhoneNumberParser;
import io.rapport.ingest.domain.text.CellCleaner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a client list without a header, named by their values: an address or international telephone number in
 * each row, the name of a person, and an id in the first column. A list of addresses alone needs no name.
 *
 * @param firstRow the position of the first row, below titles
 * @param names the names of the columns: words for client fields, or {@code Column 4} for a column that is not recognised
 */
public record HeaderlessColumns(int firstRow, List<String> names) {

    private static final double MIN_SHARE = 0.8;
    private static final double MIN_FULL_NAMES = 0.6;
    private static final String UNKNOWN = "Column ";
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019. ,-]{1,60}");
    private static final Pattern ID = Pattern.compile(
            "(?:[\\p{L}]{1,6}[-_#/ ]?\\d{1,12}|#?\\d{1,7}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    /**
     * Names the columns of a file.
     *
     * @param lines the cells of the first lines
     * @return empty when the values do not determine what the columns hold
     */
    public static Optional<HeaderlessColumns> recognize(List<List<String>> lines) {
        var width = lines.stream().mapToInt(List::size).max().orElse(0);
        var first = IntStream.range(0, lines.size())
                .filter(at -> width == 1 || filled(lines.get(at)) > 1)
                .findFirst()
                .orElse(0);
        var rows = lines.subList(Math.min(first, lines.size()), lines.size()).stream()
                .filter(line -> 2 * filled(line) >= width)
                .toList();
        var table = new Table(rows, width);
        table.nameColumns();
        return rows.isEmpty() || !table.isRecognized()
                ? Optional.empty()
                : Optional.of(new HeaderlessColumns(first, List.copyOf(table.names)));
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    /** The cells by column. */
    private static final class Table {

        private final List<List<String>> columns;
        private final List<String> names;
        private final int rows;

        Table(List<List<String>> rows, int width) {
            this.rows = rows.size();
            this.columns = IntStream.range(0, width)
                    .mapToObj(column ->
                            rows.stream().map(row -> cell(row, column)).toList())
                    .toList();
            this.names = new ArrayList<>(IntStream.rangeClosed(1, width)
                    .mapToObj(column -> UNKNOWN + column)
                    .toList());
        }

        private static String cell(List<String> row, int column) {
            return column < row.size()
                    ? CellCleaner.clean(row.get(column), CellCleaner.Content.CODE)
                            .strip()
                    : "";
        }

        void nameColumns() {
            nameFirst(ClientListField.EMAIL, ContactHasher::isEmailAddress);
            nameFirst(ClientListField.PHONE, Table::isInternationalNumber);
            nameFirst(
                    ClientListField.LINK,
                    value -> ColumnValueClassifier.LINK.matcher(value).matches());
            if (!columns.isEmpty() && isUnknown(0) && isId(columns.get(0))) {
                names.set(0, ClientListField.CLIENT.word());
            }
            namePeople();
        }

        boolean isRecognized() {
            var hasContact = has(ClientListField.EMAIL) || has(ClientListField.PHONE);
            return hasContact && (columns.size() == 1 || has(ClientListField.NAME) || has(ClientListField.FAMILY_NAME));
        }

        private boolean has(ClientListField field) {
            return names.contains(field.word());
        }

        private boolean isUnknown(int column) {
            return names.get(column).startsWith(UNKNOWN);
        }

        private void nameFirst(ClientListField field, Predicate<String> what) {
            unknown()
                    .filter(column -> holds(columns.get(column), what))
                    .findFirst()
                    .ifPresent(column -> names.set(column, field.word()));
        }

        private IntStream unknown() {
            return IntStream.range(0, columns.size()).filter(this::isUnknown);
        }

        /** A full name, else a single column of words, else two adjacent ones: given and family name. */
        private void namePeople() {
            var words = unknown()
                    .filter(column -> holds(
                            columns.get(column), value -> NAME.matcher(value).matches()))
                    .boxed()
                    .toList();
            var full = words.stream()
                    .filter(column -> share(columns.get(column), value -> value.indexOf(' ') > 0) >= MIN_FULL_NAMES)
                    .findFirst();
            if (full.isPresent() || words.size() == 1) {
                names.set(full.orElseGet(() -> words.get(0)), ClientListField.NAME.word());
            } else if (words.size() == 2 && words.get(1) == words.get(0) + 1) {
                names.set(words.get(0), ClientListField.GIVEN_NAME.word());
                names.set(words.get(1), ClientListField.FAMILY_NAME.word());
            }
        }

        private boolean isId(List<String> values) {
            return new HashSet<>(values).size() == rows
                    && values.stream().allMatch(value -> ID.matcher(value).matches());
        }

        /** Whether the first row and most other rows have such a value. */
        private static boolean holds(List<String> values, Predicate<String> what) {
            return values.stream().limit(1).allMatch(value -> value.isEmpty() || what.test(value))
                    && share(values, what) >= MIN_SHARE;
        }

        private static double share(List<String> values, Predicate<String> what) {
            var given = values.stream().filter(value -> !value.isEmpty()).toList();
            return given.isEmpty() ? 0 : (double) given.stream().filter(what).count() / given.size();
        }

        private static boolean isInternationalNumber(String value) {
            return value.startsWith("+")
                    && PhoneNumberParser.toDigits(value, null).isPresent();
        }
    }
}
