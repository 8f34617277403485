package io.rapport.ingest.source.table;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the header among the first lines of a file: the first line with at least half of the cells of the widest line, with
 * a known column name and without data. Data are e-mail addresses, links, numbers and dates. Without a known name, a line
 * is the header only if data stand below one of its cells.
 */
final class HeaderLocator {

    /** The number of lines among which the header is searched. */
    static final int MAX_LINES = 60;

    private static final double MIN_DATA_SHARE = 0.8;
    private static final int MAX_NAME = 120;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.|mailto:|tel:)\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("['+(#-]*\\p{Nd}[\\p{Nd}\\s.,:/()%+TZ-]*");
    private static final String REMEDY = "Put a line with the column names above the data, or state the header with "
            + "?header=<line>; ?header=0 states that there is none and names the columns 'Column 1', 'Column 2', … for map.";

    private HeaderLocator() {}

    /**
     * Finds the header.
     *
     * @param lines the first lines of the file, not empty
     * @return the position of the header in the list; empty if no line is recognisable as the header
     */
    static OptionalInt locate(List<TableRecord> lines, Predicate<String> knownColumn) {
        var width = lines.stream().mapToLong(TableRecord::filled).max().orElse(1);
        for (var at = 0; at < lines.size(); at++) {
            if (2 * lines.get(at).filled() >= width && isHeader(lines.get(at), knownColumn)) {
                return OptionalInt.of(at);
            }
        }
        return IntStream.range(0, lines.size())
                .filter(at -> 2 * lines.get(at).filled() >= width)
                .limit(1)
                .filter(at -> standsAboveData(lines, at))
                .findFirst();
    }

    private static boolean isHeader(TableRecord line, Predicate<String> knownColumn) {
        var known = line.cells().stream().filter(knownColumn).distinct().count();
        var data = line.cells().stream().filter(HeaderLocator::isData).count();
        var tooLong = line.cells().stream().anyMatch(cell -> cell.length() > 4 * MAX_NAME);
        return known > 0 && !tooLong && (data == 0 || known >= 2 && known > data);
    }

    /** Whether the line has names only, and some column has data in most of the lines below. */
    private static boolean standsAboveData(List<TableRecord> lines, int at) {
        var names = lines.get(at).cells();
        var below = lines.subList(at + 1, lines.size());
        if (names.stream().anyMatch(HeaderLocator::isData)
                || names.stream().anyMatch(name -> name.length() > MAX_NAME)
                || new HashSet<>(names).size() < names.size()) {
            return false;
        }
        return IntStream.range(0, names.size())
                .filter(column -> !names.get(column).isBlank())
                .anyMatch(column -> holdsData(below, column));
    }

    private static boolean holdsData(List<TableRecord> lines, int column) {
        var cells = lines.stream()
                .map(TableRecord::cells)
                .filter(all -> column < all.size() && !all.get(column).isBlank())
                .map(all -> all.get(column))
                .toList();
        return !cells.isEmpty()
                && cells.stream().filter(HeaderLocator::isData).count() >= MIN_DATA_SHARE * cells.size();
    }

    private static boolean isData(String cell) {
        var text = cell.strip();
        return ADDRESS.matcher(text).find()
                || LINK.matcher(text).matches()
                || NUMBER.matcher(text).matches();
    }

    /** Describes why the file has no recognisable header. */
    static MalformedFileException notFound(List<TableRecord> lines) {
        var width = lines.stream().mapToLong(TableRecord::filled).max().orElse(1);
        var line = lines.stream()
                .filter(each -> 2 * each.filled() >= width)
                .findFirst()
                .orElse(lines.get(0));
        var data = IntStream.range(0, line.cells().size())
                .filter(column -> isData(line.cells().get(column)))
                .findFirst();
        var reason = data.isPresent()
                ? "Line %d is no header, because cell %d holds data and no column name."
                        .formatted(line.line(), data.getAsInt() + 1)
                : "Line %d is not recognisable as a header: it has no known column name.".formatted(line.line());
        return new MalformedFileException(
                "The file has no header that can be recognised. " + reason + " Nothing was " + "taken in. " + REMEDY);
    }
}
