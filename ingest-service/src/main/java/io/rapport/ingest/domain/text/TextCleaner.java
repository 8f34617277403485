package io.rapport.ingest.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/** How text is cleaned before anything is done with it. */
public final class TextCleaner {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SHOWN = 60;

    private TextCleaner() {}

    /** The text with halves of surrogate pairs replaced, which no UTF-8 can carry. */
    public static String replaceUnpairedSurrogates(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceHalves(text);
            }
        }
        return text;
    }

    /** The text on one line: whole, without control characters, and without space around it. */
    public static String toSingleLine(String text) {
        var line = replaceUnpairedSurrogates(text);
        for (var i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return line.replaceAll("\\p{Cntrl}", " ").strip();
            }
        }
        return line.strip();
    }

    /** Whether the text has a character that no id may have: a control character or half of a surrogate pair. */
    public static boolean hasInvalidIdCharacter(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return !replaceUnpairedSurrogates(text).equals(text);
    }

    /** Whether nothing of the text can be seen: spaces, and characters that only steer how others are shown. */
    public static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL);
    }

    /** A name as an id: without {@code @} before it, in lower case and compatibility form. */
    public static String normalizeName(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return (bare.startsWith("@") ? bare.substring(1) : bare)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** A value as it may be repeated in a message: on one line, and not too much of it. */
    public static String abbreviate(Object value) {
        var text = toSingleLine(String.valueOf(value));
        return text.length() <= SHOWN ? text : replaceUnpairedSurrogates(text.substring(0, SHOWN)) + "…";
    }

    private static String replaceHalves(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
