package io.rapport.ingest.domain.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the e-mail addresses in a cell: behind {@code mailto:}, in angle brackets beside a name, in quotes, between
 * punctuation and invisible marks, and several of them with any separator.
 */
public final class EmailAddressParser {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u00AD]+");
    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s,;|<>()\\[\\]{}\"\\u00AB\\u00BB\\u2018-\\u201F]+|:::|/(?=[^@/]*@)");
    private static final Pattern SCHEME =
            Pattern.compile("^(?:mailto|smtp|e-?mail|sip):(?://)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern EDGES = Pattern.compile("^['`.:*]+|['`.:!*]+$");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    /** An address that has nothing round it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]*@[A-Za-z0-9._-]*[A-Za-z0-9_-]");

    private EmailAddressParser() {}

    /** Returns the addresses in NFKC and lower case, each once, in the order of the text. */
    public static List<String> parse(String text) {
        if (PLAIN.matcher(text).matches()) {
            return List.of(text.toLowerCase(Locale.ROOT));
        }
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return Arrays.stream(SEPARATORS.split(plain))
                .filter(part -> part.indexOf('@') > 0 || part.contains("%40"))
                .map(EmailAddressParser::withoutWrapping)
                .filter(part -> ADDRESS.matcher(part).matches())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String withoutWrapping(String part) {
        var edged = EDGES.matcher(part).replaceAll("");
        var scheme = SCHEME.matcher(edged);
        var bare = scheme.find()
                ? QUERY.matcher(scheme.replaceFirst("")).replaceFirst("").replace("%40", "@")
                : edged;
        return EDGES.matcher(bare).replaceAll("");
    }
}
