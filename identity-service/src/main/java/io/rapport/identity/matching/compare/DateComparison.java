package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.text.StringSimilarity;

/** Compares two dates written as {@code yyyyMMdd}. */
public final class DateComparison {

    public static final int DIFFERENT = 4;

    private DateComparison() {}

    /**
     * Returns 0 for equal dates, 1 for one edit or day and month swapped, 2 if one part differs, 3 if the dates are similar, 4 if they
     * differ.
     */
    public static int level(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        boolean year = a.startsWith(b.substring(0, 4));
        boolean month = a.substring(4, 6).equals(b.substring(4, 6));
        boolean day = a.endsWith(b.substring(6));
        boolean turned = year
                && a.substring(4, 6).equals(b.substring(6))
                && b.substring(4, 6).equals(a.substring(6));
        int edits = StringSimilarity.edits(a, b);
        if (edits == 1 || turned) {
            return 1;
        }
        int same = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
        return same == 2 ? 2 : edits == 2 || same == 1 && edits == 3 ? 3 : DIFFERENT;
    }
}
