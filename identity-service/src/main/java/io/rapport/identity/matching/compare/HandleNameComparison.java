package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.compare.HandleNameParse.Part;
import io.rapport.identity.matching.record.ParsedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the letters of a handle with a person's name. The weight of an agreement depends on the frequency of the name. */
public final class HandleNameComparison {

    /**
     * Ratio of people who use their first given name to those who use a further one, and of those who use a whole double family name to
     * those who use half of it.
     */
    private static final double PRIMARY_NAME_RATIO = 4;

    private final ValueFrequencies frequencies;
    private final Set<String> affixes;
    private @Nullable HandleNameParser lastParser;

    HandleNameComparison(ValueFrequencies frequencies, Set<String> affixes) {
        this.frequencies = frequencies;
        this.affixes = affixes;
    }

    /** Parses a handle as this person's name. */
    HandleNameParse parse(String letters, List<NameFragment> fragments) {
        HandleNameParser parser = lastParser;
        if (parser == null || !parser.letters().equals(letters)) {
            parser = new HandleNameParser(letters, affixes);
            lastParser = parser;
        }
        return parser.parse(fragments);
    }

    /** Converts a parse to a finding. */
    RuleFinding finding(String letters, HandleNameParse parse, ParsedName name) {
        RuleFinding finding = new RuleFinding(
                ComparisonRule.HANDLE_NAME, parse.level(), Double.NaN, letters, fullName(name), parse.affix());
        if (parse.level() == HandleNameParse.NONE) {
            return finding;
        }
        boolean usesMiddle = parse.given() == Part.NONE
                && parse.middle() == Part.WORD
                && name.given().length() > 1;
        boolean usesHalf = parse.family() == Part.WORD && !parse.familyText().equals(name.family());
        double chance = chance(parse, letters.length())
                * (usesMiddle ? PRIMARY_NAME_RATIO : 1)
                * (usesHalf ? PRIMARY_NAME_RATIO : 1);
        return finding.withChance(Math.min(0.5, chance));
    }

    private static String fullName(ParsedName name) {
        return (name.given() + " " + name.family()).strip();
    }

    /** Returns the probability that another person's handle parses like this. */
    private double chance(HandleNameParse parse, int length) {
        double family = parse.family() == Part.WORD
                ? word(frequencies.familyShare(parse.familyText()), parse.familyText(), length)
                : 1;
        double given = parse.givenText().length() > 1
                ? word(frequencies.givenShare(parse.givenText()), parse.givenText(), length)
                : 1;
        return switch (parse.level()) {
            case 0 -> 0.5 * family * given;
            case 1 -> (parse.given() == Part.PREFIX ? 3 : 0.3) * family * given;
            case 2 -> 0.1 * family / 8;
            case 3 ->
                0.1 * given * Math.pow(1 / 8.0, Math.min(3, parse.familyText().length()));
            case 4 -> 0.2 * (family + frequencies.givenShare(parse.familyText()));
            case 5 -> 0.1 * (given + frequencies.familyShare(parse.givenText()));
            case 6 -> 0.05 * Math.pow(1 / 12.0, length(parse));
            case 7 -> family * (frequencies.isName(parse.rest()) ? 5 : parse.given() == Part.INITIAL ? 0.05 : 0.2);
            default ->
                Math.max(
                        0.1
                                * (frequencies.givenShare(parse.familyText())
                                        + frequencies.familyShare(parse.familyText())),
                        0.05 * Math.pow(1 / 8.0, parse.familyText().length()));
        };
    }

    private static int length(HandleNameParse parse) {
        int middle = parse.middle() == Part.INITIAL ? 1 : 0;
        return parse.givenText().length() + parse.familyText().length() + middle;
    }

    /** Returns the share of a word, with a lower bound for short words, which occur inside other words by chance. */
    private static double word(double share, String word, int length) {
        int places = Math.max(1, length - word.length() + 1);
        return Math.max(share, places * Math.pow(1 / 16.0, word.length()));
    }
}
