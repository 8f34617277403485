package io.rapport.ingest.domain.text;

/** Normalises untrusted text before it is validated, hashed or published. */
public final class TextCleaner {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int MAX_ABBREVIATED = 60;
    private static final char LAST_ASCII = 0x7F;

    private TextCleaner() {}

    /** Whether all characters are ASCII: such a text is in every normal form, and needs no regular expression to be folded. */
    public static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Replaces unpaired surrogates with U+FFFD, because UTF-8 cannot encode them. */
    public static String replaceUnpairedSurrogates(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceSurrogates(text);
            }
        }
        return text;
    }

    /** Replaces unpaired surrogates and control characters and trims the text. */
    public static String toSingleLine(String text) {
        var line = replaceUnpairedSurrogates(text);
        for (var i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return line.replaceAll("\\p{Cntrl}", " ").strip();
            }
        }
        return line.strip();
    }

    /** Whether the text contains a control character or an unpaired surrogate, which are invalid in an id. */
    public static boolean hasInvalidIdCharacter(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return !replaceUnpairedSurrogates(text).equals(text);
    }

    /** Whether the text consists only of whitespace, control and format characters. */
    public static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL);
    }

    /** Formats a value for a message: a single line of at most 60 characters. */
    public static String abbreviate(Object value) {
        var text = toSingleLine(String.valueOf(value));
        return text.length() <= MAX_ABBREVIATED
                ? text
                : replaceUnpairedSurrogates(text.substring(0, MAX_ABBREVIATED)) + "…";
    }

    private static String replaceSurrogates(String text) {
        var replaced = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(replaced::appendCodePoint);
        return replaced.toString();
    }
}
