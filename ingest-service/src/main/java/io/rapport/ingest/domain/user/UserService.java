package io.rapport.ingest.domain.user;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.access.UserInvitation;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRegisteredBuilder;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Invites, changes and removes the users of agencies. Only hashes of passwords and of the secrets of invitations are stored
 * and published. A user's id is derived from agency and e-mail address, so that an agency has one user of an address.
 */
public final class UserService {

    /** How long an invitation can be accepted. */
    public static final Duration INVITATION = Duration.ofDays(7);

    private final AdminDecisionService<UserRegistered> decisions;
    private final Supplier<String> secrets;
    private final UnaryOperator<String> hash;

    /**
     * Creates a service that stores users as decisions.
     *
     * @param secrets generates the secrets of invitations
     * @param hash hashes a secret for storage
     */
    public UserService(
            AdminDecisionService<UserRegistered> decisions, Supplier<String> secrets, UnaryOperator<String> hash) {
        this.decisions = decisions;
        this.secrets = secrets;
        this.hash = hash;
    }

    /**
     * Invites a user.
     *
     * @return empty if the agency has a user of this e-mail address
     * @throws InputRejectedException if the body is invalid
     * @throws DeliveryFailedException if the user could not be published
     */
    public Optional<InvitedUser> invite(String agency, Map<?, ?> body, Instant at) {
        var requested = UserRequest.read(body);
        var email = UserRequest.email(body);
        var secret = secrets.get();
        var id = DeterministicIds.of("user", TopicKeys.join(agency, email));
        var update = decisions.update(
                UserRegistered.key(agency, id),
                before -> before.filter(decision -> !decision.withdrawn()).orElseGet(() -> {
                    var version = before.map(AdminDecision::version).orElse(0L) + 1;
                    var user = UserRegisteredBuilder.builder()
                            .agency(agency)
                            .id(id)
                            .email(email)
                            .name(requested.name())
                            .role(requested.role())
                            .brands(requested.brands())
                            .invitation(invitation(secret, at))
                            .epoch(at.toEpochMilli())
                            .version(version)
                            .at(at)
                            .build();
                    return new AdminDecision<>(user.key(), version, user, false);
                }));
        return Optional.of(new InvitedUser(update.decision().event(), secret)).filter(this::isInvitedBy);
    }

    /** Replaces the invitation of a user, who then sets another password; empty if there is no such user. */
    public Optional<InvitedUser> renewInvitation(String agency, UUID id, Instant at) {
        var secret = secrets.get();
        return change(
                        UserRegistered.key(agency, id),
                        at,
                        user -> UserRegisteredBuilder.builder(user).invitation(invitation(secret, at)))
                .map(user -> new InvitedUser(user, secret));
    }

    /**
     * Accepts an invitation, once: sets the password and ends all sessions.
     *
     * @param invitation the hash of its secret
     * @param password the hash of the password
     * @return empty if the user has no open invitation of this hash any more
     */
    public Optional<UserRegistered> accept(String key, String invitation, String password, Instant at) {
        // The hash of a password is salted: it is the stored one only if this call stored it.
        return change(key, at, user -> accepted(user, invitation, password, at))
                .filter(user -> password.equals(user.password()));
    }

    private static UserRegisteredBuilder accepted(UserRegistered user, String invitation, String password, Instant at) {
        var current = user.invitation();
        var changed = UserRegisteredBuilder.builder(user);
        if (current != null
                && current.hash().equals(invitation)
                && InvitationState.of(current, at) == InvitationState.OPEN) {
            changed.invitation(new UserInvitation(current.hash(), current.expiresAt(), at))
                    .password(password)
                    .epoch(nextEpoch(user, at));
        }
        return changed;
    }

    /**
     * Changes name, role and brands; the user's sessions have them from the next request on.
     *
     * @return empty if there is no such user
     * @throws InputRejectedException if the body is invalid
     */
    public Optional<UserRegistered> change(String agency, UUID id, Map<?, ?> body, Instant at) {
        var requested = UserRequest.read(body);
        return change(
                UserRegistered.key(agency, id),
                at,
                user -> UserRegisteredBuilder.builder(user)
                        .name(requested.name())
                        .role(requested.role())
                        .brands(requested.brands()));
    }

    /** Ends all sessions of a user; empty if there is no such user. */
    public Optional<UserRegistered> signOut(String key, Instant at) {
        return change(key, at, user -> UserRegisteredBuilder.builder(user).epoch(nextEpoch(user, at)));
    }

    /** Removes a user, with all sessions; false if there is no such user. */
    public boolean remove(String agency, UUID id) {
        return decisions.withdraw(UserRegistered.key(agency, id));
    }

    private boolean isInvitedBy(InvitedUser invited) {
        var invitation = invited.user().invitation();
        return invitation != null && invitation.hash().equals(hash.apply(invited.secret()));
    }

    private UserInvitation invitation(String secret, Instant at) {
        return new UserInvitation(hash.apply(secret), at.plus(INVITATION), null);
    }

    private Optional<UserRegistered> change(
            String key, Instant at, Function<UserRegistered, UserRegisteredBuilder> change) {
        if (decisions.find(key).filter(decision -> !decision.withdrawn()).isEmpty()) {
            return Optional.empty();
        }
        var update = decisions.update(key, before -> {
            var decision = before.orElseThrow();
            var user = decision.event();
            var changed = change.apply(user).build();
            return decision.withdrawn() || changed.equals(user)
                    ? decision
                    : new AdminDecision<>(
                            key,
                            decision.version() + 1,
                            UserRegisteredBuilder.builder(changed)
                                    .version(decision.version() + 1)
                                    .at(at)
                                    .build(),
                            false);
        });
        return update.decision().validEvent();
    }

    /** Never the number of earlier sessions, also if the clock was set back. */
    private static long nextEpoch(UserRegistered user, Instant at) {
        return Math.max(user.epoch() + 1, at.toEpochMilli());
    }
}
