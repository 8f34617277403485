package io.rapport.scoring.sentiment;

import org.jspecify.annotations.Nullable;

/** Reads a text once, character by character, into tokens: links, mentions of handles and markup signs are left out. */
final class TextReader {

    private static final int LONGEST_ENTITY = 6;
    private static final int SHORTEST_ENTITY = 2;
    private static final String EMOTICONS_BEGIN_ANYWHERE = ":;=<^";
    private static final String OF_HANDLES = "_.-";
    private static final String APOSTROPHES = "'’`´";

    private final String text;
    private final SignReader signs;
    private final Tokens tokens;
    private int at;

    private TextReader(String text, SpanTable<Entry> signs) {
        this.text = text;
        this.signs = new SignReader(signs, text);
        this.tokens = new Tokens(text.length());
    }

    static Tokens read(String text, SpanTable<Entry> signs) {
        var reader = new TextReader(text, signs);
        while (reader.at < text.length()) {
            reader.readNext(text.charAt(reader.at));
        }
        return reader.tokens;
    }

    private void readNext(char c) {
        if (Letters.isOfWord(c)) {
            if (!beginsChunk() || !skipLink()) {
                readWord(false);
            }
        } else if (c <= ' ') {
            readSpace(c);
        } else if (c <= Letters.LAST_ASCII) {
            readPunctuation(c);
        } else {
            readSymbol(c);
        }
    }

    private void readSpace(char c) {
        at++;
        if (c == '\n') {
            tokens.stop();
        }
    }

    private void readPunctuation(char c) {
        if (c == '&' && (readSign(signs.escapedHeart(at)) || skipEntity())) {
            return;
        }
        boolean mayBeEmoticon = beginsChunk() || EMOTICONS_BEGIN_ANYWHERE.indexOf(c) >= 0;
        if (mayBeEmoticon && readSign(signs.emoticon(at))) {
            return;
        }
        at++;
        switch (c) {
            case '@' -> skipHandle();
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

    private void readSymbol(char c) {
        if (c == '…') {
            tokens.stop();
        }
        if (!readSign(signs.symbol(at))) {
            at += signs.length();
        }
    }

    private boolean readSign(@Nullable Entry sign) {
        if (sign == null) {
            return false;
        }
        tokens.open();
        tokens.append(text.charAt(at));
        tokens.close(Tokens.SIGN, sign);
        at += signs.length();
        return true;
    }

    private boolean beginsChunk() {
        return at == 0 || text.charAt(at - 1) <= ' ';
    }

    private void skipHandle() {
        boolean insideWord = at > 1 && Letters.isOfWord(text.charAt(at - 2));
        while (!insideWord && at < text.length() && isOfHandle(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isOfHandle(char c) {
        return Letters.isOfWord(c) || OF_HANDLES.indexOf(c) >= 0;
    }

    /** The words of "#NeverAgain" are told by their capitals. */
    private void readHashtag() {
        while (at < text.length() && Letters.isOfWord(text.charAt(at))) {
            readWord(true);
        }
    }

    /** Leaves out an entity of text that came through HTML, such as that of "&". */
    private boolean skipEntity() {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_ENTITY && isOfEntity(text.charAt(end))) {
            end++;
        }
        if (end - at <= SHORTEST_ENTITY || end == text.length() || text.charAt(end) != ';') {
            return false;
        }
        at = end + 1;
        return true;
    }

    private static boolean isOfEntity(char c) {
        return c == '#' || Letters.isOfWord(c);
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
        tokens.open();
        var shape = new WordShape();
        for (int start = at; at < text.length() && continues(start, hashtag); at++) {
            char c = text.charAt(at);
            if (Letters.isMark(c)) {
                tokens.mark(c);
                continue;
            }
            char lower = Letters.isOfWord(c) ? Letters.lower(c) : '\'';
            if (shape.keeps(c, lower)) {
                tokens.append(lower);
            }
        }
        tokens.closeWord(shape);
    }

    private boolean continues(int start, boolean hashtag) {
        char c = text.charAt(at);
        if (Letters.isOfWord(c)) {
            return !hashtag || at == start || Letters.lower(c) == c || !Character.isLowerCase(text.charAt(at - 1));
        }
        return Letters.isMark(c) || isInnerApostrophe(c);
    }

    private boolean isInnerApostrophe(char c) {
        return APOSTROPHES.indexOf(c) >= 0 && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }
}
