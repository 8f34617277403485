package io.rapport.web.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;

/** An issuer at which users sign in and out, at {@link SignInController#ISSUER}. */
public interface SingleSignOn {

    /** What the sign-in page calls the issuer; empty for a general text. */
    String name();

    /**
     * Forgets the account of the browser.
     *
     * @return the address at which the browser signs out of the issuer as well; empty if there is none
     */
    Optional<URI> signOut(HttpServletRequest request, HttpServletResponse response);
}
