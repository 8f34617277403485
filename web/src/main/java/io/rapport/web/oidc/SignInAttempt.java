package io.rapport.web.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.rapport.web.auth.SignInController;
import io.rapport.web.secret.SecretGenerator;
import io.rapport.web.secret.SecretHash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An attempt of a browser to sign in at the issuer. Its secret is in a cookie of the browser only; state, nonce and PKCE verifier are
 * hashes of it, so that every instance of a service can complete the attempt, and none of the three gives away another.
 *
 * @param next the page to open afterwards
 */
record SignInAttempt(String secret, String next) {

    private static final SecretGenerator SECRETS = new SecretGenerator();
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{0,2000})");
    private static final int MAX_NEXT = 1000;

    static SignInAttempt start(String next) {
        return new SignInAttempt(SECRETS.next(""), next.length() > MAX_NEXT ? "/" : next);
    }

    /** Reads the value of a cookie; empty if it is none. */
    static Optional<SignInAttempt> parse(String value) {
        var matcher = VALUE.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var next = new String(Base64.getUrlDecoder().decode(matcher.group(2)), StandardCharsets.UTF_8);
            return Optional.of(new SignInAttempt(matcher.group(1), SignInController.ownPath(next)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The value of the cookie. */
    String value() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return secret + "." + encoder.encodeToString(next.getBytes(StandardCharsets.UTF_8));
    }

    State state() {
        return new State(derived("state"));
    }

    Nonce nonce() {
        return new Nonce(derived("nonce"));
    }

    CodeVerifier verifier() {
        return new CodeVerifier(derived("verifier"));
    }

    /** Whether a state is the one of this attempt, in constant time. */
    boolean hasState(State other) {
        return SecretHash.isEqual(derived("state"), other.getValue());
    }

    private String derived(String purpose) {
        return SecretHash.of(purpose + " " + secret);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "SignInAttempt[" + next + "]";
    }
}
