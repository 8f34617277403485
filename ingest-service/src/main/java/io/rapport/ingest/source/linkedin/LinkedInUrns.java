package io.rapport.ingest.source.linkedin;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads URNs of LinkedIn. */
final class LinkedInUrns {

    private static final String PREFIX = "urn:li:";
    private static final String ORGANISATION = "urn:li:organization:";
    private static final Pattern REACTION = Pattern.compile(
            "urn:li:(?:like|reaction):\\((urn:li:(?:person|organization|member):[^,()]{1,200}),(.{1,300})\\)");

    private LinkedInUrns() {}

    /** The same URN for all spellings: those of parts within parentheses are written with and without {@code urn:li:}. */
    static String canonical(String urn) {
        var open = urn.indexOf('(');
        return open < 0 ? urn : urn.substring(0, open) + urn.substring(open).replace(PREFIX, "");
    }

    /** The account that gave a reaction, which its URN contains. */
    static Optional<String> reactor(String urn) {
        var reaction = REACTION.matcher(urn);
        return reaction.matches() ? Optional.of(reaction.group(1)) : Optional.empty();
    }

    /** The number of an organisation, or the URN if it is none. */
    static String organisationId(String urn) {
        return urn.startsWith(ORGANISATION) ? urn.substring(ORGANISATION.length()) : urn;
    }

    static boolean isOrganisation(String urn) {
        return urn.startsWith(ORGANISATION);
    }

    static boolean isComment(String urn) {
        return urn.startsWith("urn:li:comment:");
    }
}
