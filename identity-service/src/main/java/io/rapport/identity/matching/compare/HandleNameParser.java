package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.compare.HandleNameParse.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds the cheapest way to read a handle as the parts of a name, words beside it, places, digits and what is left. */
final class HandleNameParser {

    private static final int SLOTS = 8;
    private static final double UNKNOWN = 2.2;
    private static final double DIGIT = 0.4;
    private static final double AFFIX = 1.3;
    private static final int LONGEST_AFFIX = 16;

    private final String letters;
    private final int[] affixLengths;

    /** Prepares to read one handle. */
    HandleNameParser(String letters, Set<String> affixes) {
        this.letters = letters;
        this.affixLengths = new int[letters.length()];
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 2; to <= Math.min(letters.length(), from + LONGEST_AFFIX); to++) {
                if (affixes.contains(letters.substring(from, to))) {
                    affixLengths[from] |= 1 << (to - from);
                }
            }
        }
    }

    String letters() {
        return letters;
    }

    /** Reads the handle as one of this name. */
    HandleNameParse parse(List<NameFragment> pieces) {
        int n = letters.length();
        double[] cost = new double[(n + 1) * SLOTS];
        int[] from = new int[(n + 1) * SLOTS];
        int[] by = new int[(n + 1) * SLOTS];
        Arrays.fill(cost, Double.MAX_VALUE);
        cost[0] = 0;
        for (int at = 0; at < n; at++) {
            step(at, pieces, new Table(cost, from, by));
        }
        return trace(pieces, cost, from, by);
    }

    private record Table(double[] cost, int[] from, int[] by) {
        void offer(int source, int target, double price, int piece) {
            double offered = cost[source] + price;
            if (cost[source] != Double.MAX_VALUE && offered < cost[target]) {
                cost[target] = offered;
                from[target] = source;
                by[target] = piece;
            }
        }
    }

    private void step(int at, List<NameFragment> pieces, Table table) {
        boolean digit = Character.isDigit(letters.charAt(at));
        for (int mask = 0; mask < SLOTS; mask++) {
            table.offer(at * SLOTS + mask, (at + 1) * SLOTS + mask, digit ? DIGIT : UNKNOWN, digit ? -3 : -1);
        }
        for (int lengths = affixLengths[at]; lengths != 0; lengths &= lengths - 1) {
            int length = Integer.numberOfTrailingZeros(lengths);
            for (int mask = 0; mask < SLOTS; mask++) {
                table.offer(at * SLOTS + mask, (at + length) * SLOTS + mask, AFFIX, -2);
            }
        }
        for (int p = 0; p < pieces.size(); p++) {
            NameFragment piece = pieces.get(p);
            if (letters.startsWith(piece.text(), at)) {
                offer(at, p, piece, table);
            }
        }
    }

    private static void offer(int at, int p, NameFragment piece, Table table) {
        for (int mask = 0; mask < SLOTS; mask++) {
            // A family name's initial comes after something of the name.
            boolean early = mask == 0 && piece.slot() == NameFragment.FAMILY && piece.part() == Part.INITIAL;
            if ((mask & piece.slot()) == 0 && !early) {
                int target = (at + piece.text().length()) * SLOTS + (mask | piece.slot());
                table.offer(at * SLOTS + mask, target, piece.cost(), p);
            }
        }
    }

    private HandleNameParse trace(List<NameFragment> pieces, double[] cost, int[] from, int[] by) {
        int end = letters.length() * SLOTS;
        int best = end;
        for (int mask = 1; mask < SLOTS; mask++) {
            // Ties go to the reading that explains more of the name.
            best = cost[end + mask] <= cost[best] ? end + mask : best;
        }
        Trace trace = new Trace();
        for (int at = best; at > 0; at = from[at]) {
            trace.add(by[at], from[at] / SLOTS, at / SLOTS, pieces);
            if (from[at] == 0) {
                break;
            }
        }
        return trace.reading();
    }

    /** Gathers a reading from its end to its beginning. */
    private final class Trace {
        private Part given = Part.NONE;
        private Part family = Part.NONE;
        private Part middle = Part.NONE;
        private int unknown;
        private boolean place;
        private String givenText = "";
        private String familyText = "";
        private String rest = "";
        private String run = "";
        private String affix = "";

        void add(int piece, int start, int end, List<NameFragment> pieces) {
            String text = letters.substring(start, end);
            run = piece == -1 ? text + run : "";
            rest = run.length() > rest.length() ? run : rest;
            if (piece == -1) {
                unknown++;
            } else if (piece == -2) {
                affix = text;
            } else if (piece >= 0) {
                named(pieces.get(piece), text);
            }
        }

        private void named(NameFragment piece, String text) {
            if ((piece.slot() & NameFragment.GIVEN) != 0) {
                given = piece.part();
                givenText = text;
            }
            if ((piece.slot() & NameFragment.MIDDLE) != 0) {
                middle = piece.part();
                givenText = givenText.isEmpty() ? text : givenText;
            }
            if ((piece.slot() & NameFragment.FAMILY) != 0) {
                family = piece.part();
                familyText = text;
            }
            place |= piece.slot() == 0;
        }

        HandleNameParse reading() {
            return new HandleNameParse(given, family, middle, unknown, place, givenText, familyText, rest, affix);
        }
    }
}
