package io.rapport.scoring.sentiment;

import org.jspecify.annotations.Nullable;

/** Finds emoji and emoticons in a text. */
final class SymbolReader {

    private static final int MAX_LENGTH = 8;
    private static final int MIN_EMOTICON_LENGTH = 2;
    private static final String HEART = "&lt;3";

    private final TermTable<LexiconEntry> signs;
    private final String text;
    private final char[] chars = new char[MAX_LENGTH];

    /** Length of the last symbol found, in characters. */
    private int length;

    SymbolReader(TermTable<LexiconEntry> signs, String text) {
        this.signs = signs;
        this.text = text;
    }

    int length() {
        return length;
    }

    /** The longest emoticon at this index that is not followed by a letter or digit. */
    @Nullable
    LexiconEntry readEmoticon(int at) {
        int longest = 0;
        while (longest < MAX_LENGTH && at + longest < text.length() && text.charAt(at + longest) > ' ') {
            chars[longest] = CharacterClasses.toLowerCase(text.charAt(at + longest));
            longest++;
        }
        for (length = longest; length >= MIN_EMOTICON_LENGTH; length--) {
            boolean ends = at + length == text.length() || !CharacterClasses.isWordCharacter(text.charAt(at + length));
            var entry = ends ? signs.find(chars, 0, length) : null;
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** The emoticon of a heart, escaped as HTML. */
    @Nullable
    LexiconEntry readEscapedHeart(int at) {
        if (!text.startsWith(HEART, at)) {
            return null;
        }
        length = HEART.length();
        chars[0] = '<';
        chars[1] = '3';
        return signs.find(chars, 0, 2);
    }

    /** The entry of the symbol at this index, of one or two chars. */
    @Nullable
    LexiconEntry readSymbol(int at) {
        chars[0] = text.charAt(at);
        boolean pair = at + 1 < text.length() && Character.isSurrogatePair(chars[0], text.charAt(at + 1));
        length = pair ? 2 : 1;
        chars[1] = pair ? text.charAt(at + 1) : 0;
        return signs.find(chars, 0, length);
    }
}
