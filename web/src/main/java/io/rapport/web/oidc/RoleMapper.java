package io.rapport.web.oidc;

import io.rapport.contracts.access.SessionUser;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Gives a user the agency, role and brands that the claims stand for: those of the first mapping, in the order of the settings, whose
 * value the user has. Values without a mapping are ignored.
 */
record RoleMapper(RoleClaim claim, List<RoleMapping> mappings) {

    private static final Logger LOG = LoggerFactory.getLogger(RoleMapper.class);
    private static final List<String> NAMES = List.of("name", "preferred_username", "email", "sub");

    /** Whether the claims contain the one with the roles. */
    boolean hasClaim(Map<String, Object> claims) {
        return claim.values(claims).isPresent();
    }

    /**
     * The user of a session.
     *
     * @throws ProblemException 403 if the claim does not exist, or no value of it has a mapping
     */
    SessionUser map(Map<String, Object> claims) {
        var values = claim.values(claims).orElseThrow(this::claimMissing);
        var mapping = mappings.stream()
                .filter(each -> values.contains(each.value()))
                .findFirst()
                .orElseThrow(() -> roleMissing(values.size()));
        return new SessionUser(mapping.agency(), name(claims), mapping.role(), mapping.brands());
    }

    private static String name(Map<String, Object> claims) {
        return NAMES.stream()
                .flatMap(name -> Stream.ofNullable(claims.get(name)))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .map(PageText::line)
                .findFirst()
                .orElse("?");
    }

    private ProblemException claimMissing() {
        LOG.warn("A sign-in was refused: there is no claim {} (RAPPORT_OIDC_CLAIM)", claim.path());
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "role-claim-missing",
                        "The account has no role here",
                        "The account has no claim '" + claim.path()
                                + "', which contains the roles. Ask the administrator"
                                + " of the sign-in service to add it.")
                .with("field", claim.path())
                .asException();
    }

    private ProblemException roleMissing(int values) {
        LOG.warn("A sign-in was refused: none of the {} values of {} has a mapping", values, claim.path());
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "role-missing",
                        "The account has no role here",
                        "No value of the claim '" + claim.path() + "' of the account stands for a role in this"
                                + " installation. Ask the administrator of the sign-in service for a role.")
                .with("field", claim.path())
                .asException();
    }
}
