package io.rapport.web.auth;

import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.access.SessionCredential;
import io.rapport.contracts.access.SessionOpened;
import io.rapport.contracts.access.SessionUser;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.web.secret.SecretHash;
import io.rapport.web.session.SessionService;
import io.rapport.web.user.UserDirectory;
import java.time.Clock;
import java.util.Optional;

/** Resolves the caller of a token or of the value of a session. */
public final class CallerResolver {

    private final TokenDirectory tokens;
    private final UserDirectory users;
    private final LinkDirectory links;
    private final SessionService sessions;
    private final Clock clock;
    private final Optional<String> administrator;

    /**
     * Resolves the tokens of a directory, the administrator's, and sessions that were opened with either, by a user or with a link.
     *
     * @param adminToken empty for no administrator
     */
    public CallerResolver(
            TokenDirectory tokens,
            UserDirectory users,
            LinkDirectory links,
            SessionService sessions,
            String adminToken,
            Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.links = links;
        this.sessions = sessions;
        this.clock = clock;
        this.administrator =
                Optional.of(adminToken).filter(token -> !token.isEmpty()).map(SecretHash::of);
    }

    Optional<Caller> resolve(String credential) {
        if (!TokenDirectory.SYNTAX.matcher(credential).matches()) {
            return Optional.empty();
        }
        if (SessionService.isValue(credential)) {
            return sessions.find(credential).flatMap(session -> ofSession(session, credential));
        }
        var hash = SecretHash.of(credential);
        return isAdministrator(hash) ? Optional.of(Caller.INSTALLATION) : ofToken(hash);
    }

    /** Opens a session for a token, and returns its value; empty if the token is not valid. */
    Optional<String> openSession(String token) {
        if (SessionService.isValue(token) || resolve(token).isEmpty()) {
            return Optional.empty();
        }
        var hash = SecretHash.of(token);
        return Optional.of(
                isAdministrator(hash)
                        ? sessions.open(SessionCredential.ADMINISTRATOR, value -> proof(value, hash), null)
                        : sessions.open(SessionCredential.TOKEN, value -> hash, null));
    }

    /** Opens a session for a user, and returns its value. */
    String openSession(UserRegistered user) {
        return sessions.open(SessionCredential.USER, value -> user.key(), user.epoch());
    }

    /** Opens a session for the client with a link, and returns its value. */
    String openSession(LinkIssued link) {
        return sessions.open(SessionCredential.LINK, value -> link.key(), null);
    }

    /** Opens a session for a user of an OpenID Connect issuer, and returns its value. */
    String openSession(SessionUser user, String account) {
        return sessions.open(user, account);
    }

    private Optional<Caller> ofSession(SessionOpened session, String value) {
        return switch (session.credential()) {
            case ADMINISTRATOR ->
                administrator
                        .filter(hash -> SecretHash.isEqual(proof(value, hash), session.reference()))
                        .map(hash -> Caller.INSTALLATION);
            case TOKEN -> ofToken(session.reference());
            case USER ->
                users.byKey(session.reference())
                        .filter(user -> Long.valueOf(user.epoch()).equals(session.epoch()))
                        .map(Caller::of);
            case LINK ->
                links.byKey(session.reference())
                        .filter(link -> !link.isExpired(clock.instant()))
                        .map(Caller::of);
            case OIDC -> Optional.ofNullable(session.user()).map(Caller::of);
            case UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Caller> ofToken(String hash) {
        return tokens.byHash(hash)
                .filter(token -> !token.isExpired(clock.instant()))
                .map(Caller::of);
    }

    /** The duration of the comparison reveals nothing about the token. */
    private boolean isAdministrator(String hash) {
        return administrator.filter(known -> SecretHash.isEqual(known, hash)).isPresent();
    }

    /**
     * What proves that a session was opened with the administrator's token, and ends it when that is changed. The topic
     * does not show the hash of the token, which an operator may have chosen.
     */
    private static String proof(String value, String administrator) {
        return SecretHash.of(value + administrator);
    }
}
