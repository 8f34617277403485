package io.rapport.web.auth;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a sign-in failed; the sign-in page has a text for each. */
public enum SignInFailure {
    /** The token is not valid. */
    TOKEN,
    /** The e-mail address and the password do not match. */
    PASSWORD,
    /** There were too many attempts. */
    WAIT,
    /** The issuer cannot be reached. */
    UNREACHABLE,
    /** The issuer did not sign the user in, or its answer is not valid. */
    REFUSED,
    /** The answer of the issuer is of no attempt of this browser, or was used before. */
    OUTDATED;

    /** The failure with a key; of a token for any other text. */
    static SignInFailure of(@Nullable String key) {
        return Stream.of(values())
                .filter(failure -> failure.key().equals(key))
                .findFirst()
                .orElse(TOKEN);
    }

    /** The value of the parameter of the sign-in page, and the end of the key of its text. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
