package io.rapport.scoring.sentiment;

/** A language a text can be in. */
public enum TextLanguage {
    ENGLISH,
    /** Bokmål and nynorsk. */
    NORWEGIAN,
    DANISH,
    SWEDISH,
    /** A language the analyser has no words of: only its signs, such as emoji, are judged. */
    OTHER;

    private static final TextLanguage[] ALL = values();

    static int count() {
        return ALL.length;
    }

    static TextLanguage at(int ordinal) {
        return ALL[ordinal];
    }
}
