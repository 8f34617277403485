package io.rapport.web.auth;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sender of an authorized request, as a controller argument. Controllers use it to record who decided something and to
 * restrict lists.
 *
 * @param name the name of the token, recorded as the author of decisions
 * @param agency the agency of the token; null for the installation administrator, who has access to everything
 * @param brands the brands the token is limited to; empty for all of the agency
 * @param scopes the scopes of the token
 */
public record Caller(String name, @Nullable String agency, Set<String> brands, Set<Scope> scopes) {

    static final Caller INSTALLATION = new Caller("administrator", null, Set.of(), Set.of(Scope.ADMIN));

    static Caller of(TokenIssued token) {
        return new Caller(token.name(), token.agency(), Set.copyOf(token.brands()), Set.copyOf(token.scopes()));
    }

    /** Whether the caller is the installation administrator. */
    public boolean isInstallationAdministrator() {
        return agency == null;
    }

    /** Whether the caller has access to all of an agency. */
    public boolean canSee(String otherAgency) {
        return isInstallationAdministrator() || (otherAgency.equals(agency) && brands.isEmpty());
    }

    /** Whether the caller has access to a brand. */
    public boolean canSee(BrandKey brand) {
        return canSee(brand.agency()) || (brand.agency().equals(agency) && brands.contains(brand.brand()));
    }

    /** Whether the caller has a scope; {@code ADMIN} includes all others. */
    public boolean hasScope(Scope scope) {
        return scopes.contains(Scope.ADMIN) || (scope != Scope.UNKNOWN && scopes.contains(scope));
    }
}
