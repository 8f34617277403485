package io.rapport.scoring.sentiment;

/** How a word is written, seen letter by letter: in capitals, drawn out. */
final class WordShape {

    /** A letter that stands three times or more is drawn out, and kept three times. */
    static final int LONGEST_RUN = 3;

    private int letters;
    private int capitals;
    private int foreign;
    private char last;
    private int run;
    private boolean drawnOut;

    /** Whether this character, the next of the word, is to be kept. */
    boolean accept(char c, char lower) {
        run = lower == last ? run + 1 : 1;
        last = lower;
        if (Character.isLetter(c)) {
            letters++;
            capitals += lower == c ? 0 : 1;
            foreign += c > CharacterClasses.LAST_LATIN ? 1 : 0;
            drawnOut |= run >= LONGEST_RUN;
        }
        return run <= LONGEST_RUN;
    }

    int foreignLetters() {
        return foreign;
    }

    boolean isInCapitals() {
        return letters > 1 && capitals == letters;
    }

    int shapeBits() {
        return (isInCapitals() ? TextTokens.CAPITALS : 0) | (drawnOut ? TextTokens.ELONGATED : 0);
    }
}
