package io.rapport.identity.matching.text;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Codes, names and short forms of regions. */
public final class RegionForms {

    private static final Map<String, Set<String>> FORMS = read();

    private RegionForms() {}

    /** Returns all forms of a region, the given one first; a code used by two countries has the forms of both. */
    public static Set<String> of(String region) {
        return FORMS.getOrDefault(region, Set.of(region));
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> forms = new HashMap<>();
        for (List<String> line : WordListReader.lines("regions.txt")) {
            for (String form : line) {
                Set<String> all = forms.computeIfAbsent(form, key -> new LinkedHashSet<>(Set.of(form)));
                all.addAll(line);
            }
        }
        return Map.copyOf(forms);
    }
}
