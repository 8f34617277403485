package io.rapport.scoring.sentiment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tokens (words and symbols) of a text in columns; their lower-case characters are joined by single spaces. */
final class TextTokens {

    static final int CAPITALS = 1;
    static final int ELONGATED = 2;
    /** A comma or parenthesis precedes the token. */
    static final int AFTER_PAUSE = 4;
    /** The token begins a sentence. */
    static final int AFTER_STOP = 8;

    static final int SIGN = 16;

    private static final int MAX_INITIAL_TOKENS = 64;

    char[] chars;
    int length;
    int count;
    int[] starts;
    int[] ends;
    int[] hashes;
    int[] shapes;
    /** Lexicon entries by token: symbols are set by the tokenizer, words by the lexicon. */
    @Nullable
    LexiconEntry[] entries;

    int exclamations;
    int questions;
    int words;
    int wordsInCapitals;
    /** Letters of scripts other than Latin. */
    int foreignLetters;

    private int pending;

    TextTokens(int textLength) {
        int expected = Math.min(MAX_INITIAL_TOKENS, textLength / 2 + 2);
        chars = new char[textLength + expected + 2];
        starts = new int[expected];
        ends = new int[expected];
        hashes = new int[expected];
        shapes = new int[expected];
        entries = new LexiconEntry[expected];
    }

    void markPause() {
        pending |= AFTER_PAUSE;
    }

    void markStop() {
        pending |= AFTER_STOP;
    }

    /** Starts a token; its characters follow by {@link #append}. */
    void startToken() {
        if (count == starts.length) {
            grow();
        }
        if (count > 0) {
            append(' ');
        }
        starts[count] = length;
    }

    void append(char c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
        }
        chars[length++] = c;
    }

    void endToken(int shape, @Nullable LexiconEntry entry) {
        ends[count] = length;
        hashes[count] = TermTable.hash(0, chars, starts[count], length);
        shapes[count] = shape | pending;
        entries[count] = entry;
        pending = 0;
        count++;
    }

    void endWord(WordShape shape) {
        words++;
        wordsInCapitals += shape.isInCapitals() ? 1 : 0;
        foreignLetters += shape.foreignLetters();
        endToken(shape.shapeBits(), null);
    }

    /** Composes a combining mark with the previous character. */
    void applyCombiningMark(char mark) {
        chars[length - 1] = CharacterClasses.compose(chars[length - 1], mark);
    }

    boolean hasShape(int token, int shape) {
        return (shapes[token] & shape) != 0;
    }

    private void grow() {
        int size = count * 2;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        hashes = Arrays.copyOf(hashes, size);
        shapes = Arrays.copyOf(shapes, size);
        entries = Arrays.copyOf(entries, size);
    }
}
