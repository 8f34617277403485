package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.compare.HandleNameParse.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Parses a handle at minimum cost into parts of a name, affixes, places, digits and unexplained letters (dynamic programming over positions
 * and name slots).
 */
final class HandleNameParser {

    private static final int SLOTS = 8;
    private static final double UNKNOWN = 2.2;
    private static final double DIGIT = 0.4;
    private static final double AFFIX = 1.3;
    private static final int MAX_AFFIX_LENGTH = 16;

    private final String letters;
    private final int[] affixLengths;

    /** Prepares to parse one handle. */
    HandleNameParser(String letters, Set<String> affixes) {
        this.letters = letters;
        this.affixLengths = new int[letters.length()];
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 2; to <= Math.min(letters.length(), from + MAX_AFFIX_LENGTH); to++) {
                if (affixes.contains(letters.substring(from, to))) {
                    affixLengths[from] |= 1 << (to - from);
                }
            }
        }
    }

    String letters() {
        return letters;
    }

    /** Parses the handle with the fragments of one name. */
    HandleNameParse parse(List<NameFragment> fragments) {
        int n = letters.length();
        double[] cost = new double[(n + 1) * SLOTS];
        int[] from = new int[(n + 1) * SLOTS];
        int[] by = new int[(n + 1) * SLOTS];
        Arrays.fill(cost, Double.MAX_VALUE);
        cost[0] = 0;
        for (int at = 0; at < n; at++) {
            step(at, fragments, new Table(cost, from, by));
        }
        return trace(fragments, cost, from, by);
    }

    private record Table(double[] cost, int[] from, int[] by) {
        void offer(int source, int target, double price, int fragment) {
            double offered = cost[source] + price;
            if (cost[source] != Double.MAX_VALUE && offered < cost[target]) {
                cost[target] = offered;
                from[target] = source;
                by[target] = fragment;
            }
        }
    }

    private void step(int at, List<NameFragment> fragments, Table table) {
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
        for (int p = 0; p < fragments.size(); p++) {
            NameFragment fragment = fragments.get(p);
            if (letters.startsWith(fragment.text(), at)) {
                offer(at, p, fragment, table);
            }
        }
    }

    private static void offer(int at, int p, NameFragment fragment, Table table) {
        for (int mask = 0; mask < SLOTS; mask++) {
            // The initial of a family name follows another part of the name.
            boolean early = mask == 0 && fragment.slot() == NameFragment.FAMILY && fragment.part() == Part.INITIAL;
            if ((mask & fragment.slot()) == 0 && !early) {
                int target = (at + fragment.text().length()) * SLOTS + (mask | fragment.slot());
                table.offer(at * SLOTS + mask, target, fragment.cost(), p);
            }
        }
    }

    private HandleNameParse trace(List<NameFragment> fragments, double[] cost, int[] from, int[] by) {
        int end = letters.length() * SLOTS;
        int best = end;
        for (int mask = 1; mask < SLOTS; mask++) {
            // Ties go to the parse that explains more of the name.
            best = cost[end + mask] <= cost[best] ? end + mask : best;
        }
        Trace trace = new Trace();
        for (int at = best; at > 0; at = from[at]) {
            trace.add(by[at], from[at] / SLOTS, at / SLOTS, fragments);
            if (from[at] == 0) {
                break;
            }
        }
        return trace.result();
    }

    /** Collects a parse from its end to its start. */
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

        void add(int fragment, int start, int end, List<NameFragment> fragments) {
            String text = letters.substring(start, end);
            run = fragment == -1 ? text + run : "";
            rest = run.length() > rest.length() ? run : rest;
            if (fragment == -1) {
                unknown++;
            } else if (fragment == -2) {
                affix = text;
            } else if (fragment >= 0) {
                named(fragments.get(fragment), text);
            }
        }

        private void named(NameFragment fragment, String text) {
            if ((fragment.slot() & NameFragment.GIVEN) != 0) {
                given = fragment.part();
                givenText = text;
            }
            if ((fragment.slot() & NameFragment.MIDDLE) != 0) {
                middle = fragment.part();
                givenText = givenText.isEmpty() ? text : givenText;
            }
            if ((fragment.slot() & NameFragment.FAMILY) != 0) {
                family = fragment.part();
                familyText = text;
            }
            place |= fragment.slot() == 0;
        }

        HandleNameParse result() {
            return new HandleNameParse(given, family, middle, unknown, place, givenText, familyText, rest, affix);
        }
    }
}
