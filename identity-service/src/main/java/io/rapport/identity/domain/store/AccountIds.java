package io.rapport.identity.domain.store;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Account ids as platforms issue them. */
public final class AccountIds {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F]+");

    /** Ids that look like names, in which upper and lower case differ. */
    private static final Map<String, Pattern> CASE_SENSITIVE = Map.of(
            "youtube", Pattern.compile("UC[\\w-]+"),
            "linkedin", Pattern.compile("AC[ow]AA[\\w-]+"),
            "tiktok", Pattern.compile("MS4w[\\w.-]+"));

    private AccountIds() {}

    /** Whether an id of this channel distinguishes upper from lower case. */
    public static boolean isCaseSensitive(String channel, String id) {
        var pattern = CASE_SENSITIVE.get(channel);
        return pattern != null && pattern.matcher(id).matches();
    }

    /** The account in canonical code points: NFKC, without invisible characters, blanks around it and a leading {@code @}. */
    static String clean(String written) {
        var visible = INVISIBLE
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        return visible.startsWith("@") ? visible.substring(1).strip() : visible;
    }
}
