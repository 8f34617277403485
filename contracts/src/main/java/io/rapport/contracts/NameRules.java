package io.rapport.contracts;

import java.util.regex.Pattern;

/** The syntax of the names of agencies, brands, channels and sources. */
public final class NameRules {

    /** A lower-case token: 1 to 64 of {@code a-z 0-9 - _ .}, beginning with a letter or digit. */
    public static final Pattern TOKEN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private NameRules() {}

    /** Whether a name is a {@link #TOKEN}. */
    public static boolean isToken(String name) {
        return TOKEN.matcher(name).matches();
    }
}
