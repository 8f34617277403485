package io.rapport.scoring.sentiment;

/** Shape of a word, collected letter by letter: capitals and elongation. */
final class WordShape {

    /** A letter that is repeated three times or more is elongated, and kept three times. */
    static final int MAX_RUN = 3;

    private int letters;
    private int capitals;
    private int foreign;
    private char last;
    private int run;
    private boolean elongated;

    /** Adds the next character of the word; returns whether it is kept. */
    boolean accept(char c, char lower) {
        run = lower == last ? run + 1 : 1;
        last = lower;
        if (Character.isLetter(c)) {
            letters++;
            capitals += lower == c ? 0 : 1;
            foreign += c > CharacterClasses.LAST_LATIN ? 1 : 0;
            elongated |= run >= MAX_RUN;
        }
        return run <= MAX_RUN;
    }

    int foreignLetters() {
        return foreign;
    }

    boolean isInCapitals() {
        return letters > 1 && capitals == letters;
    }

    int shapeBits() {
        return (isInCapitals() ? TextTokens.CAPITALS : 0) | (elongated ? TextTokens.ELONGATED : 0);
    }
}
