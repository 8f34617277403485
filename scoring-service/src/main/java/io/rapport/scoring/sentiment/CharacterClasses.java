package io.rapport.scoring.sentiment;

/** Classification of characters, with a table for ASCII. */
final class CharacterClasses {

    static final char LAST_ASCII = 0x7F;
    static final char LAST_LATIN = 0x24F;

    private static final boolean[] WORD_CHARACTERS = new boolean[LAST_ASCII + 1];

    static {
        for (char c = 0; c < WORD_CHARACTERS.length; c++) {
            WORD_CHARACTERS[c] = Character.isLetterOrDigit(c);
        }
    }

    private CharacterClasses() {}

    static boolean isWordCharacter(char c) {
        return c < WORD_CHARACTERS.length ? WORD_CHARACTERS[c] : Character.isLetterOrDigit(c);
    }

    static char toLowerCase(char c) {
        if (c < WORD_CHARACTERS.length) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return Character.toLowerCase(c);
    }

    /** Removes invisible characters: soft hyphens, zero-width spaces, direction marks and variation selectors. */
    static String removeInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isInvisible(text.charAt(i))) {
                return withoutInvisible(text, i);
            }
        }
        return text;
    }

    private static String withoutInvisible(String text, int first) {
        var visible = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                visible.append(text.charAt(i));
            }
        }
        return visible.toString();
    }

    private static boolean isInvisible(char c) {
        return c > LAST_ASCII && ((c >= 0xFE00 && c <= 0xFE0F) || Character.getType(c) == Character.FORMAT);
    }

    /** Whether the character is a combining mark. */
    static boolean isCombiningMark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Composes a letter and a combining mark of a supported language; other marks are dropped. */
    static char compose(char letter, char mark) {
        if (mark == 0x30A && letter == 'a') {
            return 'å';
        }
        if (mark == 0x308 && (letter == 'a' || letter == 'o')) {
            return letter == 'a' ? 'ä' : 'ö';
        }
        return letter;
    }
}
