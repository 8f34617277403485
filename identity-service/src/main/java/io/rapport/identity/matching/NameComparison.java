package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.List;

/** Compares given and family names in both orders and keeps the better reading. */
final class NameComparison {

    private static final int[] WORTH_GIVEN = {8, 5, 2, 5, 2, -3};
    private static final int[] WORTH_FAMILY = {9, 6, 2, -3};
    static final int DIFFERENT_GIVEN = 5;

    private final Terms terms;

    NameComparison(Terms terms) {
        this.terms = terms;
    }

    /** What the names say; nothing when they share no part. */
    List<Finding> compare(PersonName a, PersonName b) {
        List<Finding> straight = reading(a, b, false);
        if (worth(straight) >= 14) {
            return straight;
        }
        List<Finding> swapped = reading(a, turned(b), true);
        return worth(swapped) > worth(straight) + 1 ? swapped : straight;
    }

    private static PersonName turned(PersonName name) {
        return new PersonName(name.family(), List.of(), name.given(), List.of(), List.of());
    }

    private static int worth(List<Finding> findings) {
        int worth = 0;
        for (Finding finding : findings) {
            worth += switch (finding.rule()) {
                case GIVEN_NAME -> WORTH_GIVEN[finding.level()];
                case FAMILY_NAME -> WORTH_FAMILY[finding.level()];
                default -> 0;
            };
        }
        return worth;
    }

    private List<Finding> reading(PersonName a, PersonName b, boolean swapped) {
        List<Finding> findings = new ArrayList<>(3);
        boolean given = !a.given().isEmpty() && !b.given().isEmpty();
        boolean family = !a.family().isEmpty() && !b.family().isEmpty();
        if (given) {
            findings.add(given(a, b));
        }
        if (family) {
            findings.add(family(a, b));
        }
        Finding order = Finding.of(Rule.NAME_ORDER, swapped ? 1 : 0, a.joined(), b.joined());
        if (given && family) {
            findings.add(order);
        } else if (swapped && (given || family)) {
            // One part agreeing across is as often chance as not.
            findings.add(order.shared(0.5));
        }
        return findings;
    }

    private Finding given(PersonName a, PersonName b) {
        int level = givenLevel(a, b);
        Finding finding = Finding.of(Rule.GIVEN_NAME, level, a.given(), b.given());
        return level == 0
                ? finding.shared(Math.max(
                        terms.given(a.given()), terms.share(Field.GIVEN_NAME, a.given(), Rule.GIVEN_NAME.u(0))))
                : finding;
    }

    private static int givenLevel(PersonName a, PersonName b) {
        String x = a.given();
        String y = b.given();
        if (x.equals(y)) {
            return 0;
        }
        if (Nicknames.related(x, y) || a.aliases().contains(y) || b.aliases().contains(x) || isPrefix(x, y)) {
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

    private Finding family(PersonName a, PersonName b) {
        String x = a.family();
        String y = b.family();
        if (x.equals(y)) {
            return Finding.of(Rule.FAMILY_NAME, 0, x, y)
                    .shared(Math.max(terms.family(x), terms.share(Field.FAMILY_NAME, x, Rule.FAMILY_NAME.u(0))));
        }
        boolean part = a.familyParts().contains(y)
                || b.familyParts().contains(x)
                || a.familyParts().stream()
                        .anyMatch(p -> p.length() > 3 && b.familyParts().contains(p));
        return Finding.of(Rule.FAMILY_NAME, part ? 2 : spelling(x, y, 1, 3), x, y);
    }

    /** The level of a slip of the keys, the next one for a worse resemblance, or the level of two different words. */
    static int spelling(String x, String y, int slip, int different) {
        int edits = Similarity.edits(x, y);
        int longest = Math.max(x.length(), y.length());
        if (edits == 1 && longest > 3 || edits == 2 && longest > 7) {
            return slip;
        }
        double alike = Similarity.jaroWinkler(x, y);
        return alike >= 0.93 ? slip : alike >= 0.82 || edits == 1 || edits == 2 && longest > 4 ? slip + 1 : different;
    }
}
