package io.rapport.ingest.domain;

import java.text.Normalizer;
import java.util.Locale;

/** How text is cleaned before anything is done with it. */
final class Texts {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SHOWN = 60;

    private Texts() {}

    /** The text with halves of surrogate pairs replaced, which no UTF-8 can carry. */
    static String whole(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceHalves(text);
            }
        }
        return text;
    }

    /** The text on one line: whole, without control characters, and without space around it. */
    static String line(String text) {
        var line = whole(text);
        for (var i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return line.replaceAll("\\p{Cntrl}", " ").strip();
            }
        }
        return line.strip();
    }

    /** Whether the text has a character that no id may have: a control character or half of a surrogate pair. */
    static boolean isUnfitForId(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return !whole(text).equals(text);
    }

    /** Whether nothing of the text can be seen: spaces, and characters that only steer how others are shown. */
    static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL);
    }

    /** A name as an id: without {@code @} before it, in lower case and compatibility form. */
    static String normalisedName(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return (bare.startsWith("@") ? bare.substring(1) : bare)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** A value as it may be repeated in a message: on one line, and not too much of it. */
    static String shown(Object value) {
        var text = line(String.valueOf(value));
        return text.length() <= SHOWN ? text : whole(text.substring(0, SHOWN)) + "…";
    }

    private static String replaceHalves(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
