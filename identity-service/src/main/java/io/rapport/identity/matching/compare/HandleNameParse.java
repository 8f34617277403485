package io.rapport.identity.matching.compare;

/**
 * How a handle may be read as somebody's name.
 *
 * @param given what stands for the given name
 * @param family what stands for the family name
 * @param middle what stands for a further given name
 * @param unknown letters that nothing explains
 * @param place whether a place or organisation of theirs is in it
 * @param givenText the letters read as given name
 * @param familyText the letters read as family name
 * @param rest the longest run of unexplained letters
 * @param affix the words beside the name
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

    /** How fully a part of a name is there. */
    enum Part {
        NONE,
        INITIAL,
        PREFIX,
        WORD
    }

    /** The level of {@link ComparisonRule#HANDLE_NAME} this reading is. */
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
        return familyWord && familyText.length() > 3 && unknown <= 8 ? 7 : HandleNameComparison.NONE;
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
        return family == Part.PREFIX && familyText.length() > 3 ? 8 : HandleNameComparison.NONE;
    }
}
