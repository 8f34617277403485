package io.rapport.web.config;

/**
 * The names and values of headers that the firewall of Spring Security accepts: those that it accepts by default, decided without regular
 * expressions, because every read of a header is checked anew.
 */
final class HeaderTextPolicy {

    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';

    private HeaderTextPolicy() {}

    /** Whether a name has assigned characters only, and no control character. */
    static boolean isName(String name) {
        return isText(name, false);
    }

    /** Whether a value has assigned characters only, and no control character other than a tab. */
    static boolean isValue(String value) {
        return isText(value, true);
    }

    private static boolean isText(String text, boolean tab) {
        for (var at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            if (!isText(character) && !(tab && character == '\t')) {
                return false;
            }
            at += Character.charCount(character);
        }
        return true;
    }

    private static boolean isText(int character) {
        return character >= FIRST_PRINTABLE && character <= LAST_PRINTABLE
                || !Character.isISOControl(character) && Character.isDefined(character);
    }
}
