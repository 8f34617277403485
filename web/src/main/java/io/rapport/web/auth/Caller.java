package io.rapport.web.auth;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as a controller's argument. By then the edge has allowed it: a controller needs this only to write
 * down who decided something, or to list what a caller may see.
 *
 * @param name of the token: the actor of a decision
 * @param agency the agency it is for; null for the installation's administrator, who may do everything everywhere
 * @param brands the brands it is limited to; empty for all of the agency
 * @param scopes what it may do
 */
public record Caller(String name, @Nullable String agency, Set<String> brands, Set<Scope> scopes) {

    static final Caller INSTALLATION = new Caller("administrator", null, Set.of(), Set.of(Scope.ADMIN));

    static Caller of(TokenIssued token) {
        return new Caller(token.name(), token.agency(), Set.copyOf(token.brands()), Set.copyOf(token.scopes()));
    }

    /** Whether this is the installation's administrator. */
    public boolean isInstallationAdministrator() {
        return agency == null;
    }

    /** Whether an agency exists for this caller as a whole, not only some brands of it. */
    public boolean canSee(String anAgency) {
        return isInstallationAdministrator() || (anAgency.equals(agency) && brands.isEmpty());
    }

    /** Whether a brand exists for this caller. */
    public boolean canSee(BrandKey brand) {
        return canSee(brand.agency()) || (brand.agency().equals(agency) && brands.contains(brand.brand()));
    }

    /** Whether it has a scope; {@code ADMIN} has all of them. */
    public boolean hasScope(Scope scope) {
        return scopes.contains(Scope.ADMIN) || (scope != Scope.UNKNOWN && scopes.contains(scope));
    }
}
