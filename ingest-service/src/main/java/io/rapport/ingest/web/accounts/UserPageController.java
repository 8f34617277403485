package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRole;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.token.AccessTokenService;
import io.rapport.ingest.domain.user.InvitedUser;
import io.rapport.ingest.domain.user.UserService;
import io.rapport.ingest.web.admin.IssuedTokenLookup;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import io.rapport.web.user.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page "users and tokens" of an agency. The secrets of new invitations and tokens are shown once, in the response. */
@Controller
class UserPageController extends PageController {

    private static final String USERS = "/agencies/{agency}/users";
    private static final String TOKENS = "/agencies/{agency}/tokens";
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final UserService users;
    private final UserDirectory directory;
    private final AccessTokenService tokens;
    private final IssuedTokenLookup issued;
    private final BrandCatalogue brands;
    private final Clock clock;

    UserPageController(
            UserService users,
            UserDirectory directory,
            AccessTokenService tokens,
            IssuedTokenLookup issued,
            BrandCatalogue brands,
            Clock clock) {
        this.users = users;
        this.directory = directory;
        this.tokens = tokens;
        this.issued = issued;
        this.brands = brands;
        this.clock = clock;
    }

    @GetMapping(USERS)
    ModelAndView list(@PathVariable String agency) {
        return page(TokenParameter.require("agency", agency));
    }

    @PostMapping(path = USERS, consumes = FORM)
    ModelAndView invite(@PathVariable String agency, UserForm form) {
        TokenParameter.require("agency", agency);
        try {
            var invited = users.invite(agency, form.body(), now()).orElseThrow(UserController::exists);
            return invited(agency, invited);
        } catch (InputRejectedException e) {
            return refused(agency, "userWrong", e);
        }
    }

    /** A new link, also for a user who has forgotten the password. */
    @PostMapping(path = USERS + "/{id}/invitation", consumes = FORM)
    ModelAndView renewInvitation(@PathVariable String agency, @PathVariable UUID id) {
        var invited = users.renewInvitation(agency, id, now())
                .orElseThrow(() -> Problem.notFound().asException());
        return invited(agency, invited);
    }

    @PostMapping(path = USERS + "/{id}/sign-out", consumes = FORM)
    ModelAndView signOut(@PathVariable String agency, @PathVariable UUID id) {
        if (users.signOut(UserRegistered.key(agency, id), now()).isEmpty()) {
            throw Problem.notFound().asException();
        }
        return redirect(agency);
    }

    @PostMapping(path = USERS + "/{id}/remove", consumes = FORM)
    ModelAndView remove(@PathVariable String agency, @PathVariable UUID id, Caller caller) {
        UserController.requireOther(caller, agency, id);
        if (!users.remove(agency, id)) {
            throw Problem.notFound().asException();
        }
        return redirect(agency);
    }

    @PostMapping(path = TOKENS, consumes = FORM)
    ModelAndView issue(@PathVariable String agency, TokenForm form) {
        TokenParameter.require("agency", agency);
        try {
            var token = tokens.issue(agency, form.body(clock.instant()), now());
            return page(agency).addObject("token", token.token());
        } catch (InputRejectedException e) {
            return refused(agency, "tokenWrong", e);
        }
    }

    @PostMapping(path = TOKENS + "/{id}/revoke", consumes = FORM)
    ModelAndView revoke(@PathVariable String agency, @PathVariable UUID id) {
        if (!tokens.revoke(agency, id)) {
            throw Problem.notFound().asException();
        }
        return redirect(agency);
    }

    private ModelAndView invited(String agency, InvitedUser invited) {
        return page(agency)
                .addObject("link", InvitationLink.of(invited))
                .addObject("invited", invited.user().email());
    }

    private ModelAndView refused(String agency, String message, InputRejectedException e) {
        var model = page(agency).addObject(message, e.message());
        model.setStatus(HttpStatus.BAD_REQUEST);
        return model;
    }

    private ModelAndView page(String agency) {
        var now = clock.instant();
        return new ModelAndView("users")
                .addObject("agency", agency)
                .addObject("users", userRows(agency, now))
                .addObject("tokens", tokenRows(agency, now))
                .addObject("roles", List.of(UserRole.READER, UserRole.EDITOR, UserRole.ADMINISTRATOR))
                .addObject("scopes", List.of(Scope.READ, Scope.INGEST, Scope.ADMIN))
                .addObject("brands", brands.ofAgency(agency));
    }

    private List<UserRow> userRows(String agency, Instant now) {
        return directory.ofAgency(agency).stream()
                .sorted(Comparator.comparing(UserRegistered::email))
                .map(user -> UserRow.of(user, now))
                .toList();
    }

    private List<TokenRow> tokenRows(String agency, Instant now) {
        return issued.all().stream()
                .filter(token -> token.agency().equals(agency))
                .sorted(Comparator.comparing(TokenIssued::issuedAt).reversed())
                .map(token -> TokenRow.of(token, issued.lastUsed(token), now))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ModelAndView redirect(String agency) {
        return seeOther("/agencies/" + agency + "/users");
    }
}
