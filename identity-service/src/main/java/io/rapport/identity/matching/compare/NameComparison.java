package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.record.ParsedName;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.text.NicknameForms;
import io.rapport.identity.matching.text.StringSimilarity;
import java.util.ArrayList;
import java.util.List;

/** Compares given and family names, also with both swapped, and keeps the better result. */
public final class NameComparison {

    private static final int[] WORTH_GIVEN = {8, 5, 2, 5, 2, -3};
    private static final int[] WORTH_FAMILY = {9, 6, 2, -3};
    public static final int DIFFERENT_GIVEN = 5;

    private final ValueFrequencies frequencies;

    NameComparison(ValueFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Compares two names; empty if they have no part in common to compare. */
    List<RuleFinding> compare(ParsedName a, ParsedName b) {
        List<RuleFinding> straight = compareParts(a, b, false);
        if (worth(straight) >= 14) {
            return straight;
        }
        List<RuleFinding> swapped = compareParts(a, swapped(b), true);
        return worth(swapped) > worth(straight) + 1 ? swapped : straight;
    }

    private static ParsedName swapped(ParsedName name) {
        return new ParsedName(name.family(), List.of(), name.given(), List.of(), List.of());
    }

    private static int worth(List<RuleFinding> findings) {
        int worth = 0;
        for (RuleFinding finding : findings) {
            worth += switch (finding.rule()) {
                case GIVEN_NAME -> WORTH_GIVEN[finding.level()];
                case FAMILY_NAME -> WORTH_FAMILY[finding.level()];
                default -> 0;
            };
        }
        return worth;
    }

    private List<RuleFinding> compareParts(ParsedName a, ParsedName b, boolean swapped) {
        List<RuleFinding> findings = new ArrayList<>(3);
        boolean given = !a.given().isEmpty() && !b.given().isEmpty();
        boolean family = !a.family().isEmpty() && !b.family().isEmpty();
        if (given) {
            findings.add(given(a, b));
        }
        if (family) {
            findings.add(family(a, b));
        }
        RuleFinding order = RuleFinding.of(ComparisonRule.NAME_ORDER, swapped ? 1 : 0, a.joined(), b.joined());
        if (given && family) {
            findings.add(order);
        } else if (swapped && (given || family)) {
            // One part that agrees when swapped is as likely by chance.
            findings.add(order.withChance(0.5));
        }
        return findings;
    }

    private RuleFinding given(ParsedName a, ParsedName b) {
        int level = givenLevel(a, b);
        RuleFinding finding = RuleFinding.of(ComparisonRule.GIVEN_NAME, level, a.given(), b.given());
        return level == 0
                ? finding.withChance(Math.max(
                        frequencies.givenShare(a.given()),
                        frequencies.share(RecordField.GIVEN_NAME, a.given(), ComparisonRule.GIVEN_NAME.u(0))))
                : finding;
    }

    private static int givenLevel(ParsedName a, ParsedName b) {
        String x = a.given();
        String y = b.given();
        if (x.equals(y)) {
            return 0;
        }
        if (NicknameForms.areRelated(x, y)
                || a.aliases().contains(y)
                || b.aliases().contains(x)
                || isPrefix(x, y)) {
            return 1;
        }
        if (x.length() == 1 || y.length() == 1) {
            return x.charAt(0) == y.charAt(0) ? 2 : DIFFERENT_GIVEN;
        }
        if (a.middle().contains(y) || b.middle().contains(x)) {
            return 2;
        }
        return spelling(x, y, 3, DIFFERENT_GIVEN);
    }

    private static boolean isPrefix(String x, String y) {
        return Math.min(x.length(), y.length()) >= 3 && (x.startsWith(y) || y.startsWith(x));
    }

    private RuleFinding family(ParsedName a, ParsedName b) {
        String x = a.family();
        String y = b.family();
        if (x.equals(y)) {
            return RuleFinding.of(ComparisonRule.FAMILY_NAME, 0, x, y)
                    .withChance(Math.max(
                            frequencies.familyShare(x),
                            frequencies.share(RecordField.FAMILY_NAME, x, ComparisonRule.FAMILY_NAME.u(0))));
        }
        boolean part = a.familyParts().contains(y)
                || b.familyParts().contains(x)
                || a.familyParts().stream()
                        .anyMatch(p -> p.length() > 3 && b.familyParts().contains(p));
        return RuleFinding.of(ComparisonRule.FAMILY_NAME, part ? 2 : spelling(x, y, 1, 3), x, y);
    }

    /**
     * Returns the level for two spellings: {@code slip} for a typing error, {@code slip + 1} for a weaker similarity, else {@code
     * different}.
     */
    static int spelling(String x, String y, int slip, int different) {
        int edits = StringSimilarity.edits(x, y);
        int longest = Math.max(x.length(), y.length());
        if (edits == 1 && longest > 3 || edits == 2 && longest > 7) {
            return slip;
        }
        double alike = StringSimilarity.jaroWinkler(x, y);
        return alike >= 0.93 ? slip : alike >= 0.82 || edits == 1 || edits == 2 && longest > 4 ? slip + 1 : different;
    }
}
