package io.rapport.identity.matching.outcome;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Cannot-link constraints between records, symmetric. */
public final class CannotLinks {

    private final Map<String, Set<String>> links = new HashMap<>();

    public void forbid(String a, String b) {
        if (a.equals(b)) {
            throw new IllegalArgumentException("A record cannot be kept apart from itself: " + a);
        }
        links.computeIfAbsent(a, k -> new HashSet<>()).add(b);
        links.computeIfAbsent(b, k -> new HashSet<>()).add(a);
    }

    public void allow(String a, String b) {
        links.getOrDefault(a, new HashSet<>()).remove(b);
        links.getOrDefault(b, new HashSet<>()).remove(a);
    }

    public boolean isForbidden(String a, String b) {
        return links.getOrDefault(a, Set.of()).contains(b);
    }
}
