package io.rapport.identity.matching.record;

import java.util.List;

/**
 * A person's name in folded parts; an empty string is a part nobody gave.
 *
 * @param given first given name
 * @param middle further given names and initials
 * @param family family name written as one word
 * @param familyParts the words of a family name that has several
 * @param aliases what else they are called by instead of the given name
 */
public record ParsedName(String given, List<String> middle, String family, List<String> familyParts, List<String> aliases) {

    /** The name of somebody who gave none. */
    static final ParsedName NONE = new ParsedName("", List.of(), "", List.of(), List.of());

    public boolean isEmpty() {
        return given.isEmpty() && family.isEmpty();
    }

    /** Given and family name as one word. */
    public String joined() {
        return given + family;
    }
}
