package io.rapport.web.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import io.rapport.web.auth.SignInController;
import io.rapport.web.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of a sign-in at the issuer, each sent to the paths only that need it: the attempt, for some minutes, and the ID token,
 * which identifies the account when it signs out of the issuer.
 *
 * @param suffix ends their names, as that of the cookie of the session; empty for none
 */
record OidcCookies(String suffix) {

    private static final Duration ATTEMPT_LIFETIME = Duration.ofMinutes(10);

    /** Browsers keep cookies of 4096 bytes. */
    private static final int MAX_LENGTH = 3800;

    Optional<SignInAttempt> attempt(HttpServletRequest request) {
        return read(attemptName(), request).flatMap(SignInAttempt::parse);
    }

    String setAttempt(SignInAttempt attempt, HttpServletRequest request) {
        return SessionCookie.builder(attemptName(), attempt.value(), OidcController.PATH, request)
                .maxAge(ATTEMPT_LIFETIME)
                .build()
                .toString();
    }

    String removeAttempt(HttpServletRequest request) {
        return SessionCookie.builder(attemptName(), "", OidcController.PATH, request)
                .maxAge(Duration.ZERO)
                .build()
                .toString();
    }

    Optional<JWT> idToken(HttpServletRequest request) {
        return read(tokenName(), request).flatMap(OidcCookies::parse);
    }

    /** The header that keeps an ID token until the browser is closed; empty for one that is too long. */
    Optional<String> setIdToken(String token, HttpServletRequest request) {
        return Optional.of(token)
                .filter(text -> text.length() <= MAX_LENGTH)
                .map(text -> SessionCookie.builder(tokenName(), text, SignInController.OUT, request)
                        .build()
                        .toString());
    }

    String removeIdToken(HttpServletRequest request) {
        return SessionCookie.builder(tokenName(), "", SignInController.OUT, request)
                .maxAge(Duration.ZERO)
                .build()
                .toString();
    }

    private static Optional<JWT> parse(String token) {
        try {
            return Optional.of(JWTParser.parse(token));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private String attemptName() {
        return SessionCookie.nameOf("rapport_oidc_attempt", suffix);
    }

    private String tokenName() {
        return SessionCookie.nameOf("rapport_oidc_token", suffix);
    }

    private static Optional<String> read(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(cookie -> cookie.getValue());
    }
}
