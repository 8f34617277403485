package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits names into parts; titles, suffixes and quoted nicknames are removed. */
final class PersonNameParser {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
            "rev",
            "reverend",
            "hon",
            "honorable",
            "senator",
            "sen",
            "representative",
            "congressman",
            "congresswoman",
            "gov",
            "governor",
            "capt",
            "captain",
            "col",
            "gen",
            "lt",
            "sgt",
            "judge",
            "rabbi",
            "imam",
            "fr",
            "herr",
            "frau",
            "ing");
    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mba", "cpa", "dds", "rn", "obe", "mbe", "cbe");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "al", "el",
            "ter", "ten", "st", "af", "av");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "ltd",
            "llc",
            "llp",
            "plc",
            "gmbh",
            "ag",
            "sa",
            "bv",
            "nv",
            "as",
            "asa",
            "ab",
            "oy",
            "aps",
            "srl",
            "spa",
            "corp",
            "corporation",
            "co",
            "company",
            "limited",
            "holding",
            "holdings",
            "group",
            "pty",
            "kg",
            "sas");
    private static final Pattern QUOTED = Pattern.compile("[\"“”«»(]([^\"“”«»()]{2,30})[\"“”«»)]");

    private PersonNameParser() {}

    /** Parses a full name, "Given Family" or "Family, Given". */
    static ParsedName parse(String text) {
        List<String> aliases = new ArrayList<>();
        String plain = withoutQuoted(truncate(text), aliases);
        int comma = plain.indexOf(',');
        if (comma > 0) {
            List<String> before = words(plain.substring(0, comma));
            List<String> after = words(plain.substring(comma + 1));
            return after.isEmpty() ? inOrder(before, aliases) : ofParts(after, before, aliases);
        }
        return inOrder(words(plain), aliases);
    }

    /** Creates a name from known parts. */
    static ParsedName ofParts(List<String> given, List<String> family, List<String> aliases) {
        if (given.isEmpty() && family.isEmpty() && aliases.isEmpty()) {
            return ParsedName.NONE;
        }
        List<String> first = given.isEmpty() ? given : given.subList(1, given.size());
        return new ParsedName(
                given.isEmpty() ? "" : given.get(0),
                List.copyOf(first),
                String.join("", family),
                family.size() > 1 ? List.copyOf(family) : List.of(),
                List.copyOf(aliases));
    }

    private static ParsedName inOrder(List<String> words, List<String> aliases) {
        if (words.size() < 2) {
            return ofParts(words, List.of(), aliases);
        }
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1))) {
            family--;
        }
        return ofParts(words.subList(0, family), words.subList(family, words.size()), aliases);
    }

    private static String truncate(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static String withoutQuoted(String text, List<String> aliases) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            aliases.addAll(words(quoted.group(1)));
        }
        return quoted.replaceAll(" ");
    }

    /** Returns the normalised words of a name without titles and suffixes; empty if there is nothing else. */
    static List<String> words(String text) {
        List<String> all = TextNormalizer.tokens(text);
        List<String> kept = new ArrayList<>(all);
        while (kept.size() > 1 && TITLES.contains(kept.get(0))) {
            kept.remove(0);
        }
        while (kept.size() > 1 && SUFFIXES.contains(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        boolean nothing = kept.stream().allMatch(word -> TITLES.contains(word) || SUFFIXES.contains(word));
        return nothing ? List.of() : kept;
    }

    /** Returns an organisation's normalised name without its legal form. */
    static String organisation(String text) {
        List<String> kept = new ArrayList<>(TextNormalizer.tokens(text));
        while (kept.size() > 1 && LEGAL_FORMS.contains(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        return String.join(" ", kept);
    }
}
