package io.rapport.scoring.sentiment;

/** Language of a text. */
public enum TextLanguage {
    ENGLISH,
    /** Bokmål and nynorsk. */
    NORWEGIAN,
    DANISH,
    SWEDISH,
    /** A language without a lexicon: only symbols, such as emoji, are judged. */
    OTHER;

    private static final TextLanguage[] ALL = values();

    static int count() {
        return ALL.length;
    }

    static TextLanguage at(int ordinal) {
        return ALL[ordinal];
    }
}
