package io.rapport.identity.matching.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Values shared by too many records to identify a person: role mailboxes, "team", "unknown". */
public final class CommonValues {

    private static final Set<String> WORDS = new HashSet<>(WordListReader.words("too-common.txt"));

    private static final Pattern BETWEEN = Pattern.compile("[ 0-9]");

    private CommonValues() {}

    /** Whether a name, a handle or an e-mail address denotes a role or a placeholder. */
    public static boolean isTooCommon(String value) {
        int at = value.indexOf('@', 1);
        String folded = TextNormalizer.words(at > 0 ? value.substring(0, at) : value);
        return folded.length() < 2 || allCommon(folded);
    }

    private static boolean allCommon(String folded) {
        if (WORDS.contains(BETWEEN.matcher(folded).replaceAll(""))) {
            return true;
        }
        for (String word : folded.split(" ")) {
            if (!WORDS.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                return false;
            }
        }
        return true;
    }
}
