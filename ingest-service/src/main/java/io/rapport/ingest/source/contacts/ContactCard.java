package io.rapport.ingest.source.contacts;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** One card as the cells of a row. Not thread-safe. */
final class ContactCard {

    /** The names of the cells, which client lists know. */
    static final List<String> COLUMNS = List.of(
            "UID",
            "Full name",
            "Given name",
            "Middle name",
            "Family name",
            "Nickname",
            "Email",
            "Mobile",
            "Phone",
            "Birthday",
            "Organisation",
            "Street",
            "City",
            "Postcode",
            "Region",
            "Country",
            "Website");

    private static final int MAX_VALUES = 10;
    private static final String SEPARATOR = " ::: ";
    private static final List<String> NAME = List.of("Family name", "Given name", "Middle name");
    private static final List<String> ADDRESS = List.of("", "", "Street", "City", "Region", "Postcode", "Country");

    private final Map<String, List<String>> cells = new HashMap<>();

    /** Adds a property; those that a client list has no use for are left out. */
    void add(VObjectProperty property) {
        var value = Stream.ofNullable(property.getValue()).findFirst().orElse("");
        switch (property.getName().toUpperCase(Locale.ROOT)) {
            case "UID" -> put("UID", text(value), 1);
            case "FN" -> put("Full name", text(value), 1);
            case "N" -> putParts(NAME, value);
            case "NICKNAME" -> put("Nickname", text(value), 1);
            case "EMAIL" -> put("Email", text(value), MAX_VALUES);
            case "TEL" -> putNumber(property, text(value));
            case "BDAY" -> put("Birthday", date(text(value)), 1);
            case "ORG" -> putParts(List.of("Organisation"), value);
            case "ADR" -> putParts(ADDRESS, value);
            case "URL" -> put("Website", text(value), 1);
            default -> {}
        }
    }

    /** The cells in the order of the columns. */
    List<String> cells() {
        return COLUMNS.stream()
                .map(column -> String.join(SEPARATOR, cells.getOrDefault(column, List.of())))
                .toList();
    }

    private void put(String column, String value, int most) {
        var values = cells.computeIfAbsent(column, name -> new ArrayList<>());
        if (!value.isBlank() && values.size() < most && !values.contains(value.strip())) {
            values.add(value.strip());
        }
    }

    /** The parts of a structured value, each a list of words; the first property of each name counts. */
    private void putParts(List<String> columns, String value) {
        var parts = VObjectPropertyValues.parseStructured(value);
        if (columns.stream().anyMatch(cells::containsKey)) {
            return;
        }
        for (var i = 0; i < Math.min(columns.size(), parts.size()); i++) {
            if (!columns.get(i).isEmpty()) {
                put(columns.get(i), String.join(" ", parts.get(i)), 1);
            }
        }
    }

    /** A number of a cell phone or of another telephone; those of fax machines and pagers are left out. */
    private void putNumber(VObjectProperty property, String value) {
        var types = types(property);
        var number = value.replaceFirst("(?i)^tel:", "").replaceFirst(";.*", "");
        if (types.contains("cell")) {
            put("Mobile", number, MAX_VALUES);
        } else if (!types.contains("fax") && !types.contains("pager")) {
            put("Phone", number, MAX_VALUES);
        }
    }

    /** Version 2.1 writes types as parameters without a name. */
    private static List<String> types(VObjectProperty property) {
        var types = new ArrayList<String>();
        for (var parameter : property.getParameters()) {
            if (parameter.getKey() == null || parameter.getKey().equalsIgnoreCase("TYPE")) {
                parameter
                        .getValue()
                        .forEach(value -> types.addAll(
                                List.of(value.toLowerCase(Locale.ROOT).split(","))));
            }
        }
        return types;
    }

    /** The day of a date, which may be written without dashes. */
    private static String date(String written) {
        var day = written.replaceFirst("T.*", "");
        return day.matches("\\d{8}")
                ? day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6)
                : day.matches("\\d{4}-\\d{2}-\\d{2}") ? day : "";
    }

    private static String text(String value) {
        return VObjectPropertyValues.unescape(value);
    }
}
