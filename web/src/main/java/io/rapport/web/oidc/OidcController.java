package io.rapport.web.oidc;

import io.rapport.web.auth.RequestOrigin;
import io.rapport.web.auth.SessionOpener;
import io.rapport.web.auth.SignInController;
import io.rapport.web.auth.SignInFailure;
import io.rapport.web.pages.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sign-in at the issuer: sends the browser there, and opens a session when it comes back. */
@Controller
final class OidcController extends PageController {

    static final String PATH = SignInController.ISSUER;

    private static final String CALLBACK = PATH + "/callback";
    private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);

    private final OidcClient client;
    private final RoleMapper roles;
    private final OidcCookies cookies;
    private final SessionOpener sessions;

    OidcController(OidcClient client, RoleMapper roles, OidcCookies cookies, SessionOpener sessions) {
        this.client = client;
        this.roles = roles;
        this.cookies = cookies;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    ResponseEntity<Void> start(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        RequestOrigin.requireSameSite(request);
        var attempt = SignInAttempt.start(SignInController.ownPath(next));
        try {
            var address = client.authorization(attempt, redirect());
            response.addHeader(HttpHeaders.SET_COOKIE, cookies.setAttempt(attempt, request));
            return leadTo(address.toString());
        } catch (IssuerUnreachableException e) {
            return failed(SignInFailure.UNREACHABLE, attempt, e);
        }
    }

    /** Where the issuer sends the browser back to. What it sends with it counts for the attempt of the same browser only. */
    @GetMapping(CALLBACK)
    ResponseEntity<Void> complete(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = cookies.attempt(request);
        if (found.isEmpty()) {
            return leadTo(SignInController.failed("/", SignInFailure.OUTDATED));
        }
        var attempt = found.get();
        try {
            var account = client.redeem(attempt, redirect(), parameters);
            response.addHeader(HttpHeaders.SET_COOKIE, cookies.removeAttempt(request));
            var user = roles.map(account.claims());
            response.addHeader(HttpHeaders.SET_COOKIE, sessions.open(user, account.key(), request));
            cookies.setIdToken(account.idToken(), request)
                    .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
            return leadTo(attempt.next());
        } catch (IssuerUnreachableException e) {
            return failed(SignInFailure.UNREACHABLE, attempt, e);
        } catch (SignInRefusedException e) {
            return failed(e.isOutdated() ? SignInFailure.OUTDATED : SignInFailure.REFUSED, attempt, e);
        }
    }

    private static ResponseEntity<Void> failed(SignInFailure failure, SignInAttempt attempt, RuntimeException e) {
        LOG.warn("A sign-in failed: {}", e.getMessage());
        return leadTo(SignInController.failed(attempt.next(), failure));
    }

    /** At the address that the browser uses, as links of invitations. */
    private static URI redirect() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(CALLBACK)
                .build()
                .toUri();
    }

    private static ResponseEntity<Void> leadTo(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
