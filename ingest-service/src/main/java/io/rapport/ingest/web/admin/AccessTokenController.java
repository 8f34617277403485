package io.rapport.ingest.web.admin;

import io.rapport.contracts.access.TokenIssued;
import io.rapport.ingest.domain.token.AccessTokenService;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.ingest.web.response.KeyOrder;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issues, lists and revokes the access tokens of an agency. */
@RestController
@RequestMapping("/v1/agencies/{agency}/tokens")
class AccessTokenController {

    private static final KeyOrder<TokenIssued> ORDER =
            new KeyOrder<>("id", token -> token.id().toString());

    private final AccessTokenService tokens;
    private final IssuedTokenLookup issued;
    private final Clock clock;

    AccessTokenController(AccessTokenService tokens, IssuedTokenLookup issued, Clock clock) {
        this.tokens = tokens;
        this.issued = issued;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccessTokenView issue(
            @PathVariable String agency,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = AccessTokenBody.class)))
                    Map<String, Object> body) {
        TokenParameter.require("agency", agency);
        var issuedToken = tokens.issue(agency, body, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return AccessTokenView.of(issuedToken.event(), issuedToken.token(), null);
    }

    @GetMapping
    CursorPage<AccessTokenView> list(@PathVariable String agency, PageRequest paging) {
        var ofAgency = issued.all().stream().filter(token -> token.agency().equals(agency));
        return ORDER.page(ofAgency, paging).map(token -> AccessTokenView.of(token, null, issued.lastUsed(token)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String agency, @PathVariable UUID id) {
        if (!tokens.revoke(agency, id)) {
            throw Problem.notFound().asException();
        }
    }
}
