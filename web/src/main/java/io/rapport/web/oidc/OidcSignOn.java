package io.rapport.web.oidc;

import io.rapport.web.auth.SignInController;
import io.rapport.web.auth.SingleSignOn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the sign-in page and the sign-out know of the issuer. */
record OidcSignOn(String name, OidcClient client, OidcCookies cookies) implements SingleSignOn {

    @Override
    public Optional<URI> signOut(HttpServletRequest request, HttpServletResponse response) {
        var idToken = cookies.idToken(request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.removeIdToken(request));
        var redirect = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(SignInController.PATH)
                .build()
                .toUri();
        return client.logout(idToken.orElse(null), redirect);
    }
}
