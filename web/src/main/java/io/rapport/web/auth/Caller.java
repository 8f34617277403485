package io.rapport.web.auth;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.SessionUser;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.UserRegistered;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sender of an authorized request, as a controller argument. Controllers use it to record who decided something and to
 * restrict lists.
 *
 * @param name the name of the user or token, recorded as the author of decisions
 * @param agency the agency of the user or token; null for the installation administrator, who has access to everything
 * @param brands the brands the caller is limited to; empty for all of the agency
 * @param scopes the scopes of the token, or of the role of the user
 * @param user the topic key of the user; null for a token, a link or a user of an OpenID Connect issuer
 * @param view what the link of a client shows; null for users and tokens
 */
public record Caller(
        String name,
        @Nullable String agency,
        Set<String> brands,
        Set<Scope> scopes,
        @Nullable String user,
        @Nullable SharedView view) {

    static final Caller INSTALLATION = new Caller("administrator", null, Set.of(), Set.of(Scope.ADMIN), null, null);

    static Caller of(TokenIssued token) {
        return new Caller(
                token.name(), token.agency(), Set.copyOf(token.brands()), Set.copyOf(token.scopes()), null, null);
    }

    static Caller of(UserRegistered user) {
        return new Caller(
                user.name(),
                user.agency(),
                Set.copyOf(user.brands()),
                user.role().scopes(),
                user.key(),
                null);
    }

    static Caller of(SessionUser user) {
        return new Caller(
                user.name(),
                user.agency(),
                Set.copyOf(user.brands()),
                user.role().scopes(),
                null,
                null);
    }

    static Caller of(LinkIssued link) {
        return new Caller(
                link.name(),
                link.agency(),
                Set.of(link.brand()),
                Set.of(Scope.READ),
                null,
                new SharedView(link.month()));
    }

    /** Whether the caller is the installation administrator. */
    public boolean isInstallationAdministrator() {
        return agency == null;
    }

    /** Whether the caller has access to all or a part of an agency. */
    boolean belongsTo(@Nullable String otherAgency) {
        return isInstallationAdministrator() || Objects.equals(agency, otherAgency);
    }

    /** Whether the caller has access to all of an agency. */
    public boolean canSee(String otherAgency) {
        return isInstallationAdministrator() || (otherAgency.equals(agency) && brands.isEmpty());
    }

    /** Whether the caller administers all of an agency. */
    public boolean administers(String otherAgency) {
        return canSee(otherAgency) && hasScope(Scope.ADMIN);
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
