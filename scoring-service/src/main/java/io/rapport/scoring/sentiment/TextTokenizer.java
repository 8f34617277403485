package io.rapport.scoring.sentiment;

import org.jspecify.annotations.Nullable;

/** Splits a text into tokens in one pass; skips links, mentions of handles and markup. */
final class TextTokenizer {

    private static final int MAX_ENTITY_LENGTH = 6;
    private static final int MIN_ENTITY_LENGTH = 2;
    private static final String EMOTICON_STARTS = ":;=<^";
    private static final String HANDLE_CHARACTERS = "_.-";
    private static final String APOSTROPHES = "'’`´";

    private final String text;
    private final SymbolReader signs;
    private final TextTokens tokens;
    private int at;

    private TextTokenizer(String text, TermTable<LexiconEntry> signs) {
        this.text = text;
        this.signs = new SymbolReader(signs, text);
        this.tokens = new TextTokens(text.length());
    }

    static TextTokens tokenize(String text, TermTable<LexiconEntry> signs) {
        var reader = new TextTokenizer(text, signs);
        while (reader.at < text.length()) {
            reader.readNext(text.charAt(reader.at));
        }
        return reader.tokens;
    }

    private void readNext(char c) {
        if (CharacterClasses.isWordCharacter(c)) {
            if (!isAtChunkStart() || !skipLink()) {
                readWord(false);
            }
        } else if (c <= ' ') {
            readSpace(c);
        } else if (c <= CharacterClasses.LAST_ASCII) {
            readPunctuation(c);
        } else {
            readSymbol(c);
        }
    }

    private void readSpace(char c) {
        at++;
        if (c == '\n') {
            tokens.markStop();
        }
    }

    private void readPunctuation(char c) {
        if (c == '&' && (readSign(signs.readEscapedHeart(at)) || skipEntity())) {
            return;
        }
        boolean mayBeEmoticon = isAtChunkStart() || EMOTICON_STARTS.indexOf(c) >= 0;
        if (mayBeEmoticon && readSign(signs.readEmoticon(at))) {
            return;
        }
        at++;
        switch (c) {
            case '@' -> skipHandle();
            case '#' -> readHashtag();
            case '!' -> {
                tokens.exclamations++;
                tokens.markStop();
            }
            case '?' -> {
                tokens.questions++;
                tokens.markStop();
            }
            case '.', ';', ':' -> tokens.markStop();
            case ',', '(', ')' -> tokens.markPause();
            default -> {}
        }
    }

    private void readSymbol(char c) {
        if (c == '…') {
            tokens.markStop();
        }
        if (!readSign(signs.readSymbol(at))) {
            at += signs.length();
        }
    }

    private boolean readSign(@Nullable LexiconEntry sign) {
        if (sign == null) {
            return false;
        }
        tokens.startToken();
        tokens.append(text.charAt(at));
        tokens.endToken(TextTokens.SIGN, sign);
        at += signs.length();
        return true;
    }

    private boolean isAtChunkStart() {
        return at == 0 || text.charAt(at - 1) <= ' ';
    }

    private void skipHandle() {
        boolean insideWord = at > 1 && CharacterClasses.isWordCharacter(text.charAt(at - 2));
        while (!insideWord && at < text.length() && isHandleCharacter(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isHandleCharacter(char c) {
        return CharacterClasses.isWordCharacter(c) || HANDLE_CHARACTERS.indexOf(c) >= 0;
    }

    /** Splits a hashtag such as "#NeverAgain" into words at its capitals. */
    private void readHashtag() {
        while (at < text.length() && CharacterClasses.isWordCharacter(text.charAt(at))) {
            readWord(true);
        }
    }

    /** Skips an HTML entity, such as that of "&". */
    private boolean skipEntity() {
        int end = at + 1;
        while (end < text.length() && end - at <= MAX_ENTITY_LENGTH && isEntityCharacter(text.charAt(end))) {
            end++;
        }
        if (end - at <= MIN_ENTITY_LENGTH || end == text.length() || text.charAt(end) != ';') {
            return false;
        }
        at = end + 1;
        return true;
    }

    private static boolean isEntityCharacter(char c) {
        return c == '#' || CharacterClasses.isWordCharacter(c);
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
        at = dotted ? end : at;
        return dotted;
    }

    private boolean startsWith(String prefix) {
        return text.regionMatches(true, at, prefix, 0, prefix.length());
    }

    private void readWord(boolean hashtag) {
        tokens.startToken();
        var shape = new WordShape();
        for (int start = at; at < text.length() && continues(start, hashtag); at++) {
            char c = text.charAt(at);
            if (CharacterClasses.isCombiningMark(c)) {
                tokens.applyCombiningMark(c);
                continue;
            }
            char lower = CharacterClasses.isWordCharacter(c) ? CharacterClasses.toLowerCase(c) : '\'';
            if (shape.accept(c, lower)) {
                tokens.append(lower);
            }
        }
        tokens.endWord(shape);
    }

    private boolean continues(int start, boolean hashtag) {
        char c = text.charAt(at);
        if (CharacterClasses.isWordCharacter(c)) {
            return !hashtag
                    || at == start
                    || CharacterClasses.toLowerCase(c) == c
                    || !Character.isLowerCase(text.charAt(at - 1));
        }
        return CharacterClasses.isCombiningMark(c) || isInnerApostrophe(c);
    }

    private boolean isInnerApostrophe(char c) {
        return APOSTROPHES.indexOf(c) >= 0 && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }
}
