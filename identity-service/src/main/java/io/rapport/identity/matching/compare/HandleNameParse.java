package io.rapport.identity.matching.compare;

/**
 * A handle parsed as a person's name.
 *
 * @param given how the given name is written
 * @param family how the family name is written
 * @param middle how a further given name is written
 * @param unknown number of unexplained letters
 * @param place whether the handle contains the person's place or organisation
 * @param givenText letters parsed as given name
 * @param familyText letters parsed as family name
 * @param rest longest run of unexplained letters
 * @param affix words beside the name
 */
public record HandleNameParse(
        Part given,
        Part family,
        Part middle,
        int unknown,
        boolean place,
        String givenText,
        String familyText,
        String rest,
        String affix) {

    /** The level of a handle that spells given and family name and nothing unexplained. */
    public static final int FULL = 0;

    /** The level of a handle that does not spell the name. */
    static final int NONE = 9;

    /** How completely a part of a name is written. */
    enum Part {
        NONE,
        INITIAL,
        PREFIX,
        WORD
    }

    /** Returns the level of {@link ComparisonRule#HANDLE_NAME}. */
    int level() {
        boolean givenWord = given.compareTo(Part.PREFIX) >= 0 || middle == Part.WORD;
        boolean familyWord = family == Part.WORD;
        boolean initial = given == Part.INITIAL || middle == Part.INITIAL;
        if (familyWord && givenWord) {
            return unknown == 0 ? 0 : 1;
        }
        if (unknown == 0 || unknown == 1 && givenWord && family == Part.PREFIX) {
            return explained(givenWord, familyWord, initial);
        }
        return familyWord && familyText.length() > 3 && unknown <= 8 ? 7 : NONE;
    }

    private int explained(boolean givenWord, boolean familyWord, boolean initial) {
        if (familyWord) {
            return initial ? 2 : 4;
        }
        if (givenWord) {
            return family == Part.NONE ? 5 : 3;
        }
        if (given == Part.INITIAL && family == Part.INITIAL) {
            return 6;
        }
        return family == Part.PREFIX && familyText.length() > 3 ? 8 : NONE;
    }
}
