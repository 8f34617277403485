package io.rapport.report.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form of a page returns to: a page with a list of the same brand and its filters, and no other address. */
public final class ReturnPath {

    private static final Pattern LIST = Pattern.compile("(?:/people|/service|/reminders)?(?:\\?[A-Za-z0-9._~%&=+-]*)?");

    private ReturnPath() {}

    /**
     * The path to return to.
     *
     * @param back the path that the form contains
     * @param done what was just recorded, for the note on the page
     * @param otherwise the path if {@code back} is not a list of the brand
     */
    public static String of(String brandPath, @Nullable String back, String done, String otherwise) {
        if (back != null && back.startsWith(brandPath)) {
            var list = back.substring(brandPath.length());
            if (LIST.matcher(list).matches()) {
                return back + (list.contains("?") ? "&" : "?") + "done=" + done;
            }
        }
        return otherwise;
    }
}
