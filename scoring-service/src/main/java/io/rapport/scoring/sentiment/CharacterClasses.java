package io.rapport.scoring.sentiment;

/** What single characters are: quick for ASCII, right for the rest. */
final class CharacterClasses {

    static final char LAST_ASCII = 0x7F;
    static final char LAST_LATIN = 0x24F;

    private static final boolean[] OF_WORD = new boolean[LAST_ASCII + 1];

    static {
        for (char c = 0; c < OF_WORD.length; c++) {
            OF_WORD[c] = Character.isLetterOrDigit(c);
        }
    }

    private CharacterClasses() {}

    static boolean isWordCharacter(char c) {
        return c < OF_WORD.length ? OF_WORD[c] : Character.isLetterOrDigit(c);
    }

    static char toLowerCase(char c) {
        if (c < OF_WORD.length) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return Character.toLowerCase(c);
    }

    /** The text without characters that show nothing: soft hyphens, zero-width spaces, direction marks, selectors. */
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

    /** Is drawn onto the letter before it. */
    static boolean isCombiningMark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The one letter that a letter and a mark make in the languages known here; other marks are dropped. */
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
