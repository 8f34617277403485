package io.rapport.contracts.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises account names. Names are compared without regard to case and to the code points a character is written with. */
public final class AccountNames {

    /** Zero-width characters, direction marks and other format characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F]+");

    private static final char LAST_ASCII = 0x7F;

    private AccountNames() {}

    /** Folds a name: NFKC, lower case, without invisible characters, surrounding blanks and a leading {@code @}. */
    public static String fold(String name) {
        var lower = clean(name).toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    /** Removes invisible characters, surrounding blanks and a leading {@code @}; keeps case. The result is NFKC. */
    static String clean(String name) {
        var visible = visible(name);
        return visible.startsWith("@") ? visible.substring(1).strip() : visible;
    }

    /** Removes invisible characters and surrounding blanks; the result is NFKC. */
    static String visible(String text) {
        // ASCII is in every normal form, and has no format characters.
        if (isAscii(text)) {
            return text.strip();
        }
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }
}
