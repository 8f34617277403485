package io.rapport.identity.matching.record;

import io.rapport.identity.matching.text.CommonValues;
import java.util.List;

/**
 * A person's name in normalised parts; missing parts are empty.
 *
 * @param given first given name
 * @param middle further given names and initials
 * @param family family name joined to one word
 * @param familyParts the words of a compound family name
 * @param aliases names used instead of the given name
 */
public record ParsedName(
        String given, List<String> middle, String family, List<String> familyParts, List<String> aliases) {

    /** The empty name. */
    static final ParsedName NONE = new ParsedName("", List.of(), "", List.of(), List.of());

    /** Parses a full name in any order and script; empty for a role or a placeholder such as "Info" or "Unknown". */
    public static ParsedName parse(String text) {
        return CommonValues.isTooCommon(text) ? NONE : PersonNameParser.parse(text);
    }

    public boolean isEmpty() {
        return given.isEmpty() && family.isEmpty();
    }

    /** Returns given and family name joined to one word. */
    public String joined() {
        return given + family;
    }
}
