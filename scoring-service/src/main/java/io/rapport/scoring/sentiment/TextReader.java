package io.rapport.scoring.sentiment;

import org.jspecify.annotations.Nullable;

/** Reads a text once, character by character, into tokens: links, mentions of handles and markup signs are left out. */
final class TextReader {

    private static final int LONGEST_SIGN = 8;
    private static final int LONGEST_ENTITY = 6;
    /** A letter that stands three times or more is drawn out, and kept three times. */
    static final int LONGEST_RUN = 3;

    private static final String EMOTICONS_BEGIN_ANYWHERE = ":;=<^";

    private final SpanTable<Entry> signs;
    private final String text;
    private final Tokens tokens;
    private final char[] sign = new char[LONGEST_SIGN];
    private int at;

    private TextReader(String text, SpanTable<Entry> signs) {
        this.text = text;
        this.signs = signs;
        this.tokens = new Tokens(text.length());
    }

    static Tokens read(String text, SpanTable<Entry> signs) {
        var reader = new TextReader(text, signs);
        reader.readAll();
        return reader.tokens;
    }

    private void readAll() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Letters.isOfWord(c)) {
                readWord(false);
            } else if (c <= ' ') {
                readSpace(c);
            } else if (c < 0x80) {
                readPunctuation(c);
            } else {
                readSymbol(c);
            }
        }
    }

    private void readSpace(char c) {
        at++;
        if (c == '\n') {
            tokens.stop();
        }
    }

    private void readPunctuation(char c) {
        if (c == '&' && skipEntity()) {
            return;
        }
        if ((beginsChunk() || EMOTICONS_BEGIN_ANYWHERE.indexOf(c) >= 0) && readEmoticon(at)) {
            return;
        }
        at++;
        switch (c) {
            case '@' -> skipMention();
            case '#' -> readHashtag();
            case '!' -> {
                tokens.exclamations++;
                tokens.stop();
            }
            case '?' -> {
                tokens.questions++;
                tokens.stop();
            }
            case '.', ';', ':' -> tokens.stop();
            case ',', '(', ')' -> tokens.pause();
            default -> {}
        }
    }

    private boolean beginsChunk() {
        return at == 0 || text.charAt(at - 1) <= ' ';
    }

    private void skipMention() {
        if (at > 1 && Letters.isOfWord(text.charAt(at - 2))) {
            return;
        }
        while (at < text.length() && (Letters.isOfWord(text.charAt(at)) || "_.-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
    }

    private void readHashtag() {
        while (at < text.length() && Letters.isOfWord(text.charAt(at))) {
            readWord(true);
        }
    }

    /** Text that came through HTML: "&amp;amp;", and "&amp;lt;3", which is a heart. */
    private boolean skipEntity() {
        if (text.startsWith("&lt;", at) && text.startsWith("3", at + 4)) {
            openSign(signs.find(new char[] {'<', '3'}, 0, 2), '<');
            at += 5;
            return true;
        }
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_ENTITY && isOfEntity(text.charAt(end))) {
            end++;
        }
        if (end - at < 3 || end == text.length() || text.charAt(end) != ';') {
            return false;
        }
        at = end + 1;
        return true;
    }

    private static boolean isOfEntity(char c) {
        return c == '#' || Letters.isOfWord(c);
    }

    private boolean readEmoticon(int start) {
        int longest = 0;
        while (longest < LONGEST_SIGN && start + longest < text.length() && text.charAt(start + longest) > ' ') {
            sign[longest] = Letters.lower(text.charAt(start + longest));
            longest++;
        }
        for (int size = longest; size >= 2; size--) {
            boolean ends = start + size == text.length() || !Letters.isOfWord(text.charAt(start + size));
            var entry = ends ? signs.find(sign, 0, size) : null;
            if (entry != null) {
                openSign(entry, sign[0]);
                at = start + size;
                return true;
            }
        }
        return false;
    }

    private void readSymbol(char c) {
        if (c == '…') {
            tokens.stop();
        }
        int size =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                        ? 2
                        : 1;
        sign[0] = c;
        if (size == 2) {
            sign[1] = text.charAt(at + 1);
        }
        at += size;
        var entry = signs.find(sign, 0, size);
        if (entry != null) {
            openSign(entry, c);
        }
    }

    private void openSign(@Nullable Entry entry, char first) {
        tokens.open();
        tokens.append(first);
        tokens.close(Tokens.SIGN, entry);
    }

    private void readWord(boolean hashtag) {
        if (!hashtag && beginsChunk() && skipLink()) {
            return;
        }
        tokens.open();
        int start = at;
        int letters = 0;
        int capitals = 0;
        int run = 0;
        int longestRun = 0;
        char last = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Letters.isMark(c)) {
                tokens.chars[tokens.length - 1] = Letters.compose(tokens.chars[tokens.length - 1], c);
                continue;
            }
            char lower = Letters.lower(c);
            if (!Letters.isOfWord(c)) {
                if (!joins(c, start)) {
                    break;
                }
                lower = '\'';
            } else if (hashtag && lower != c && at > start && Character.isLowerCase(text.charAt(at - 1))) {
                break;
            }
            letters += Character.isLetter(c) ? 1 : 0;
            capitals += lower != c && lower != '\'' ? 1 : 0;
            tokens.foreignLetters += c > 0x24F && Character.isLetter(c) ? 1 : 0;
            run = lower == last ? run + 1 : 1;
            longestRun = Math.max(longestRun, Character.isLetter(c) ? run : 0);
            if (run <= LONGEST_RUN) {
                tokens.append(lower);
            }
            last = lower;
        }
        closeWord(letters, capitals, longestRun);
    }

    private void closeWord(int letters, int capitals, int longestRun) {
        boolean inCapitals = letters > 1 && capitals == letters;
        tokens.words++;
        tokens.wordsInCapitals += inCapitals ? 1 : 0;
        tokens.close(
                (inCapitals ? Tokens.CAPITALS : 0)
                        | (capitals > 0 ? Tokens.CAPITALISED : 0)
                        | (longestRun >= LONGEST_RUN ? Tokens.ELONGATED : 0),
                null);
    }

    /** An apostrophe belongs to the word when letters stand on both sides of it. */
    private boolean joins(char c, int start) {
        return (c == '\'' || c == '’' || c == '`' || c == '´')
                && at > start
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private boolean skipLink() {
        if (!startsWith("http") && !startsWith("www.")) {
            return false;
        }
        int end = at;
        boolean dotted = false;
        while (end < text.length() && text.charAt(end) > ' ') {
            dotted |= text.charAt(end) == '.' || text.charAt(end) == ':';
            end++;
        }
        if (!dotted) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean startsWith(String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }
}
