package io.rapport.identity.matching.text;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Given names and their familiar forms. */
public final class NicknameForms {

    private static final Map<String, Set<String>> RELATED = read();

    private NicknameForms() {}

    /** Whether one name is a familiar form of the other, or both are forms of a third. */
    public static boolean areRelated(String a, String b) {
        Set<String> ofA = RELATED.getOrDefault(a, Set.of());
        if (ofA.contains(b)) {
            return true;
        }
        Set<String> ofB = RELATED.getOrDefault(b, Set.of());
        return ofA.size() <= ofB.size() ? shares(ofA, ofB, a, b) : shares(ofB, ofA, b, a);
    }

    private static boolean shares(Set<String> few, Set<String> many, String a, String b) {
        // A form of at most three letters is shared by too many names to relate two of them.
        return few.stream()
                .anyMatch(form -> form.length() > 3 && !form.equals(a) && !form.equals(b) && many.contains(form));
    }

    /** Returns the forms directly related to a name. */
    public static Set<String> of(String name) {
        return RELATED.getOrDefault(name, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> related = new HashMap<>();
        for (List<String> line : WordListReader.lines("nicknames.txt")) {
            String name = line.get(0);
            for (String form : line.subList(1, line.size())) {
                related.computeIfAbsent(name, k -> new LinkedHashSet<>()).add(form);
                related.computeIfAbsent(form, k -> new LinkedHashSet<>()).add(name);
            }
        }
        related.forEach((name, forms) -> forms.remove(name));
        return Map.copyOf(related);
    }
}
