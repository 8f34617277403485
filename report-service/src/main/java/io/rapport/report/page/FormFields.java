package io.rapport.report.page;

import io.rapport.web.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the fields that several forms have; an invalid value fails with a problem that names the field. */
public final class FormFields {

    private FormFields() {}

    /** The id of a form. */
    public static UUID nonce(@Nullable String nonce) {
        try {
            return UUID.fromString(nonce == null ? "" : nonce);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("nonce", "The form is incomplete. Open the page again.")
                    .asException();
        }
    }

    /**
     * The text of a form without the white space around it; null if it was left out.
     *
     * @param most the maximum number of characters
     */
    public static @Nullable String text(@Nullable String text, int most) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.length() > most) {
            throw Problem.invalid("text", "text has at most " + most + " characters.")
                    .asException();
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
