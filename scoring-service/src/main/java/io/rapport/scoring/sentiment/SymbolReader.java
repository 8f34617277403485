package io.rapport.scoring.sentiment;

import org.jspecify.annotations.Nullable;

/** Finds the emoji and emoticons of a text. */
final class SymbolReader {

    private static final int LONGEST = 8;
    private static final int SHORTEST_EMOTICON = 2;
    private static final String HEART = "&lt;3";

    private final TermTable<LexiconEntry> signs;
    private final String text;
    private final char[] chars = new char[LONGEST];

    /** How many characters of the text the sign last found takes. */
    private int length;

    SymbolReader(TermTable<LexiconEntry> signs, String text) {
        this.signs = signs;
        this.text = text;
    }

    int length() {
        return length;
    }

    /** The longest emoticon that begins here and that no letter or digit follows. */
    @Nullable
    LexiconEntry readEmoticon(int at) {
        int longest = 0;
        while (longest < LONGEST && at + longest < text.length() && text.charAt(at + longest) > ' ') {
            chars[longest] = CharacterClasses.toLowerCase(text.charAt(at + longest));
            longest++;
        }
        for (length = longest; length >= SHORTEST_EMOTICON; length--) {
            boolean ends = at + length == text.length() || !CharacterClasses.isWordCharacter(text.charAt(at + length));
            var entry = ends ? signs.find(chars, 0, length) : null;
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** The heart of text that came through HTML. */
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

    /** What the symbol that stands here means, of one char or of two. */
    @Nullable
    LexiconEntry readSymbol(int at) {
        chars[0] = text.charAt(at);
        boolean pair = at + 1 < text.length() && Character.isSurrogatePair(chars[0], text.charAt(at + 1));
        length = pair ? 2 : 1;
        chars[1] = pair ? text.charAt(at + 1) : 0;
        return signs.find(chars, 0, length);
    }
}
