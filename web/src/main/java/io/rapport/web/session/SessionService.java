package io.rapport.web.session;

import io.rapport.contracts.access.SessionCredential;
import io.rapport.contracts.access.SessionOpened;
import io.rapport.contracts.access.SessionUser;
import io.rapport.web.secret.SecretGenerator;
import io.rapport.web.secret.SecretHash;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens, finds and closes sessions by the value of their cookie. */
public final class SessionService {

    private static final String PREFIX = "rps_";

    private final SessionStore store;
    private final SessionPolicy policy;
    private final Clock clock;
    private final SecretGenerator secrets = new SecretGenerator();

    public SessionService(SessionStore store, SessionPolicy policy, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether a credential has the form of a session's value, which no token has. */
    public static boolean isValue(String credential) {
        return credential.startsWith(PREFIX);
    }

    /**
     * Opens a session and returns its value, which is a new one each time: a value that a browser had before it signed in
     * never becomes valid.
     *
     * @param reference the reference of the session, by its value
     * @param epoch the epoch of a user; else null
     */
    public String open(SessionCredential credential, UnaryOperator<String> reference, @Nullable Long epoch) {
        return open(credential, reference, epoch, null);
    }

    /**
     * Opens a session for a user of an OpenID Connect issuer and returns its value.
     *
     * @param account the hash of the issuer and the subject
     */
    public String open(SessionUser user, String account) {
        return open(SessionCredential.OIDC, value -> account, null, user);
    }

    private String open(
            SessionCredential credential,
            UnaryOperator<String> reference,
            @Nullable Long epoch,
            @Nullable SessionUser user) {
        var value = secrets.next(PREFIX);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.open(new SessionOpened(
                SecretHash.of(value),
                credential,
                reference.apply(value),
                epoch,
                user,
                now,
                now,
                now.plus(policy.lifetime())));
        return value;
    }

    /** The valid session with a value. Its use is recorded from time to time. */
    public Optional<SessionOpened> find(String value) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var found = store.find(SecretHash.of(value)).filter(session -> policy.isValid(session, now));
        found.filter(session -> policy.isUseDue(session, now)).ifPresent(session -> store.update(session.usedAt(now)));
        return found;
    }

    /** Closes the session with a value, if there is one. */
    public void close(String value) {
        var hash = SecretHash.of(value);
        if (store.find(hash).isPresent()) {
            store.close(hash);
        }
    }
}
