package io.rapport.report.pdf;

import java.util.regex.Pattern;

/** Cleans untrusted text for XHTML that becomes a PDF. */
public final class PdfText {

    // What XML does not allow, characters that change the order of others, and invisible ones.
    private static final Pattern REMOVED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF"
                    + "\\uFFF9-\\uFFFF]+");

    private PdfText() {}

    /** A text on one line without characters that XML or the layout cannot take. */
    public static String clean(String text) {
        return REMOVED.matcher(text).replaceAll(" ").strip();
    }
}
