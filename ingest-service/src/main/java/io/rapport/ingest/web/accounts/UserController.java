package io.rapport.ingest.web.accounts;

import io.rapport.contracts.access.UserRegistered;
import io.rapport.ingest.domain.user.UserService;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.ingest.web.response.KeyOrder;
import io.rapport.web.auth.Caller;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.user.UserDirectory;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invites, lists, changes and removes the users of an agency. */
@RestController
@RequestMapping("/v1/agencies/{agency}/users")
class UserController {

    private static final KeyOrder<UserRegistered> ORDER =
            new KeyOrder<>("id", user -> user.id().toString());

    private final UserService users;
    private final UserDirectory directory;
    private final Clock clock;

    UserController(UserService users, UserDirectory directory, Clock clock) {
        this.users = users;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UserView invite(
            @PathVariable String agency,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = UserBody.class)))
                    Map<String, Object> body) {
        var now = now();
        var invited = users.invite(TokenParameter.require("agency", agency), body, now)
                .orElseThrow(UserController::exists);
        return UserView.of(invited.user(), now, InvitationLink.of(invited));
    }

    @GetMapping
    CursorPage<UserView> list(@PathVariable String agency, PageRequest paging) {
        var now = now();
        return ORDER.page(directory.ofAgency(agency).stream(), paging).map(user -> UserView.of(user, now, null));
    }

    @PutMapping("/{id}")
    UserView change(
            @PathVariable String agency,
            @PathVariable UUID id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = UserBody.class)))
                    Map<String, Object> body,
            Caller caller) {
        requireOther(caller, agency, id);
        var now = now();
        return users.change(agency, id, body, now)
                .map(user -> UserView.of(user, now, null))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    /** Replaces the invitation, also of a user who has forgotten the password. */
    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    UserView renewInvitation(@PathVariable String agency, @PathVariable UUID id) {
        var now = now();
        return users.renewInvitation(agency, id, now)
                .map(invited -> UserView.of(invited.user(), now, InvitationLink.of(invited)))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    /** Ends all sessions of the user. */
    @PostMapping("/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable String agency, @PathVariable UUID id) {
        if (users.signOut(UserRegistered.key(agency, id), now()).isEmpty()) {
            throw Problem.notFound().asException();
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String agency, @PathVariable UUID id, Caller caller) {
        requireOther(caller, agency, id);
        if (!users.remove(agency, id)) {
            throw Problem.notFound().asException();
        }
    }

    static ProblemException exists() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "user-exists",
                        "There is such a user already",
                        "The agency has a user of this e-mail address. Renew the user's invitation instead.")
                .asException();
    }

    /** An administrator stays one until another one decides: an agency keeps at least one who can sign in. */
    static void requireOther(Caller caller, String agency, UUID id) {
        if (UserRegistered.key(agency, id).equals(caller.user())) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "own-user",
                            "This is your own account",
                            "Ask another administrator of the agency to change or remove it.")
                    .asException();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
