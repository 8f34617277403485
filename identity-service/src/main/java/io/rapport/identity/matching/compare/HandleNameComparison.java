package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.ParsedName;

import io.rapport.identity.matching.compare.HandleNameParse.Part;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a handle spells with a person's name; how telling that is depends on how rare the name is. */
public final class HandleNameComparison {

    public static final int FULL = 0;
    static final int NONE = 9;

    /** So many go by their first given name for one who goes by another, and by all of a double family name for one who uses half of it. */
    private static final double SELDOM = 4;

    private final ValueFrequencies terms;
    private final Set<String> affixes;
    private @Nullable HandleNameParser last;

    HandleNameComparison(ValueFrequencies terms, Set<String> affixes) {
        this.terms = terms;
        this.affixes = affixes;
    }

    /** The reading of a handle as this person's name. */
    HandleNameParse parse(String letters, List<NameFragment> pieces) {
        HandleNameParser reader = last;
        if (reader == null || !reader.letters().equals(letters)) {
            reader = new HandleNameParser(letters, affixes);
            last = reader;
        }
        return reader.parse(pieces);
    }

    /** What a reading is worth. */
    RuleFinding finding(String letters, HandleNameParse reading, ParsedName name) {
        RuleFinding finding =
                new RuleFinding(ComparisonRule.HANDLE_NAME, reading.level(), Double.NaN, letters, fullName(name), reading.affix());
        if (reading.level() == NONE) {
            return finding;
        }
        boolean byMiddle = reading.given() == Part.NONE
                && reading.middle() == Part.WORD
                && name.given().length() > 1;
        boolean halved = reading.family() == Part.WORD && !reading.familyText().equals(name.family());
        double chance = chance(reading, letters.length()) * (byMiddle ? SELDOM : 1) * (halved ? SELDOM : 1);
        return finding.withChance(Math.min(0.5, chance));
    }

    private static String fullName(ParsedName name) {
        return (name.given() + " " + name.family()).strip();
    }

    /** How often a handle of somebody else would be read like this. */
    private double chance(HandleNameParse reading, int length) {
        double family = reading.family() == Part.WORD
                ? word(terms.familyShare(reading.familyText()), reading.familyText(), length)
                : 1;
        double given = reading.givenText().length() > 1
                ? word(terms.givenShare(reading.givenText()), reading.givenText(), length)
                : 1;
        return switch (reading.level()) {
            case 0 -> 0.5 * family * given;
            case 1 -> (reading.given() == Part.PREFIX ? 3 : 0.3) * family * given;
            case 2 -> 0.1 * family / 8;
            case 3 ->
                0.1 * given * Math.pow(1 / 8.0, Math.min(3, reading.familyText().length()));
            case 4 -> 0.2 * (family + terms.givenShare(reading.familyText()));
            case 5 -> 0.1 * (given + terms.familyShare(reading.givenText()));
            case 6 -> 0.05 * Math.pow(1 / 12.0, length(reading));
            case 7 -> family * (terms.isName(reading.rest()) ? 5 : reading.given() == Part.INITIAL ? 0.05 : 0.2);
            default ->
                Math.max(
                        0.1 * (terms.givenShare(reading.familyText()) + terms.familyShare(reading.familyText())),
                        0.05 * Math.pow(1 / 8.0, reading.familyText().length()));
        };
    }

    private static int length(HandleNameParse reading) {
        int middle = reading.middle() == Part.INITIAL ? 1 : 0;
        return reading.givenText().length() + reading.familyText().length() + middle;
    }

    /** A short word turns up inside other words by accident. */
    private static double word(double share, String word, int length) {
        int places = Math.max(1, length - word.length() + 1);
        return Math.max(share, places * Math.pow(1 / 16.0, word.length()));
    }
}
