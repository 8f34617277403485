package io.rapport.ingest.domain.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes what exports add to the value of a cell: byte order marks, zero-width spaces, direction marks, the apostrophe
 * that keeps a spreadsheet from evaluating a value, and the words for no value.
 */
public final class CellCleaner {

    private static final String MARK =
            "[\\u200B\\u200E\\u200F\\u061C\\u2060\\uFEFF\\u00AD\\u202A-\\u202E\\u2066-\\u2069]+";
    private static final Pattern MARKS = Pattern.compile(MARK);
    /** Inside of a text, direction marks may be needed to read it. */
    private static final Pattern OUTER_MARKS = Pattern.compile("^" + MARK + "|" + MARK + "$");

    private static final Pattern GUARDED_FORMULA = Pattern.compile("'(?=[=+\\-@\\t\\r])");
    private static final Pattern GUARDED_NUMBER = Pattern.compile("'(?=\\S*\\d)(?=[\\p{Alnum}+().-])");
    private static final Set<String> NO_VALUE_IN_ANY_CASE = Set.of(
            "\\n",
            "n/a",
            "#n/a",
            "n.a.",
            "n.a",
            "(null)",
            "<null>",
            "[null]",
            "{null}",
            "#name?",
            "#ref!",
            "#value!",
            "#div/0!",
            "#num!",
            "#null!",
            "nan",
            "(none)",
            "(blank)",
            "(empty)",
            "<none>",
            "not available",
            "not applicable",
            "not provided");
    private static final Set<String> NO_VALUE_AS_WRITTEN =
            Set.of("NULL", "null", "nil", "NIL", "undefined", "None", "NA");
    private static final Set<String> NO_VALUE_BUT_IN_NAMES =
            Set.of("null", "nil", "undefined", "none", "na", "keine", "ingen");
    private static final Pattern DASHES = Pattern.compile("[-\\u2010-\\u2015\\u2212_.?\\s]+");

    /** What a cell holds. */
    public enum Content {
        /** A message, of which only the apostrophe that guards a formula is taken off. */
        MESSAGE,
        /** A name or other text, in which a word such as Null may be a name. */
        TEXT,
        /** An id, address, number, date or code, in which an apostrophe at the beginning has no meaning. */
        CODE
    }

    private CellCleaner() {}

    /** Returns the value of a cell; empty when the cell holds a word for no value. */
    public static String clean(String cell, Content content) {
        if (content == Content.MESSAGE) {
            return GUARDED_FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
        }
        var marks = content == Content.CODE ? MARKS : OUTER_MARKS;
        var visible = marks.matcher(cell).replaceAll("").strip();
        var guard = content == Content.CODE ? GUARDED_NUMBER : GUARDED_FORMULA;
        var value = GUARDED_FORMULA.matcher(visible).lookingAt()
                        || guard.matcher(visible).lookingAt()
                ? visible.substring(1)
                : visible;
        return isNoValue(value.strip(), content) ? "" : value;
    }

    private static boolean isNoValue(String value, Content content) {
        var lower = value.toLowerCase(Locale.ROOT);
        return NO_VALUE_AS_WRITTEN.contains(value)
                || NO_VALUE_IN_ANY_CASE.contains(lower)
                || content == Content.CODE && NO_VALUE_BUT_IN_NAMES.contains(lower)
                || DASHES.matcher(value).matches();
    }
}
