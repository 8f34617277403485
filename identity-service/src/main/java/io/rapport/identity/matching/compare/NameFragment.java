package io.rapport.identity.matching.compare;

import io.rapport.identity.matching.compare.HandleNameParse.Part;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.ParsedName;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.matching.text.NicknameForms;
import io.rapport.identity.matching.text.RegionForms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Letters that may stand for a part of a person's name in a handle.
 *
 * @param text the letters
 * @param slot the part or parts they stand for; 0 for a place or organisation
 * @param part how completely
 * @param cost cost in the parse; higher for less likely spellings
 */
public record NameFragment(String text, int slot, Part part, double cost) {

    static final int GIVEN = 1;
    static final int MIDDLE = 2;
    static final int FAMILY = 4;
    private static final int MAX_FORMS = 12;

    /** Returns the fragments of a person's name, places and organisation that these letters contain. */
    static List<NameFragment> of(NormalizedRecord person, String letters) {
        Pieces fragments = new Pieces(letters, new ArrayList<>());
        ParsedName name = person.name();
        given(name, fragments);
        middle(name, fragments);
        family(name, fragments);
        for (String region : RegionForms.of(person.firstWord(RecordField.REGION).replace(" ", ""))) {
            fragments.add(region, 0, Part.WORD, 1.2);
        }
        for (RecordField field : List.of(RecordField.CITY, RecordField.COUNTRY, RecordField.ORGANISATION)) {
            fragments.add(person.firstWord(field).replace(" ", ""), 0, Part.WORD, 1.2);
        }
        return fragments.found();
    }

    private record Pieces(String letters, List<NameFragment> found) {

        void add(String text, int slot, Part part, double cost) {
            if ((text.length() > 1 || part == Part.INITIAL && text.length() == 1) && letters.contains(text)) {
                found.add(new NameFragment(text, slot, part, cost));
            }
        }

        /** Adds the prefixes of a word that the letters contain. */
        void addStarts(String word, int slot, double cost) {
            for (int length = 3; length < word.length() && letters.contains(word.substring(0, length)); length++) {
                add(word.substring(0, length), slot, Part.PREFIX, cost);
            }
        }
    }

    /** Returns the given name, its aliases and its familiar forms. */
    public static Set<String> givenForms(ParsedName name) {
        Set<String> forms = new LinkedHashSet<>();
        if (name.given().length() > 1) {
            forms.add(name.given());
        }
        forms.addAll(name.aliases());
        for (String form : NicknameForms.of(name.given())) {
            if (forms.size() < MAX_FORMS) {
                forms.add(form);
            }
        }
        return forms;
    }

    private static void given(ParsedName name, Pieces fragments) {
        String given = name.given();
        for (String form : givenForms(name)) {
            fragments.add(
                    form, GIVEN, Part.WORD, form.equals(given) || name.aliases().contains(form) ? 1 : 1.4);
        }
        fragments.addStarts(given, GIVEN, 2.6);
        if (!given.isEmpty()) {
            fragments.add(given.substring(0, 1), GIVEN, Part.INITIAL, 2);
        }
        for (String alias : name.aliases()) {
            fragments.add(alias.substring(0, 1), GIVEN, Part.INITIAL, 2.1);
        }
    }

    private static void middle(ParsedName name, Pieces fragments) {
        for (String word : name.middle()) {
            fragments.add(word, MIDDLE, Part.WORD, 1.1);
            fragments.add(word.substring(0, 1), MIDDLE, Part.INITIAL, 2);
        }
        if (name.middle().size() > 1) {
            fragments.add(String.join("", name.middle()), MIDDLE, Part.WORD, 1.1);
        }
    }

    private static void family(ParsedName name, Pieces fragments) {
        String family = name.family();
        fragments.add(family, FAMILY, Part.WORD, 1);
        fragments.addStarts(family, FAMILY, 3.2);
        String consonants = consonants(family);
        if (consonants.length() > 2 && consonants.length() < family.length()) {
            fragments.add(consonants, FAMILY, Part.PREFIX, 3.2);
        }
        if (!family.isEmpty()) {
            fragments.add(family.substring(0, 1), FAMILY, Part.INITIAL, 2.2);
        }
        StringBuilder initials = new StringBuilder();
        for (String word : name.familyParts()) {
            initials.append(word.charAt(0));
            if (word.length() > 2) {
                fragments.add(word, FAMILY, Part.WORD, 1.2);
            }
        }
        if (initials.length() > 1) {
            fragments.add(initials.toString(), FAMILY, Part.INITIAL, 1.2);
        }
    }

    /** Shortens a name to its consonants, as in "cntwll". */
    private static String consonants(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (i == 0 || "aeiou".indexOf(name.charAt(i)) < 0) {
                kept.append(name.charAt(i));
            }
        }
        return kept.toString();
    }
}
