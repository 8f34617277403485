package io.rapport.ingest.domain.link;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Issues and revokes the links of clients. Only hashes of secrets and passwords are stored and published. */
public final class ClientLinkService {

    private final AdminDecisionService<LinkIssued> decisions;
    private final Supplier<String> secrets;
    private final UnaryOperator<String> hash;
    private final Predicate<String> usablePassword;
    private final UnaryOperator<String> passwordHash;

    /**
     * Creates a service that stores links as decisions.
     *
     * @param secrets generates the secrets of links
     * @param hash hashes a secret for storage
     * @param usablePassword whether a text can be a password
     * @param passwordHash hashes a password for storage
     */
    public ClientLinkService(
            AdminDecisionService<LinkIssued> decisions,
            Supplier<String> secrets,
            UnaryOperator<String> hash,
            Predicate<String> usablePassword,
            UnaryOperator<String> passwordHash) {
        this.decisions = decisions;
        this.secrets = secrets;
        this.hash = hash;
        this.usablePassword = usablePassword;
        this.passwordHash = passwordHash;
    }

    /**
     * An issued link.
     *
     * @param link the published event
     * @param secret in clear; it is returned to the administrator once and not stored
     */
    public record IssuedLink(LinkIssued link, String secret) {

        /** Omits the secret, which must not be logged. */
        @Override
        public String toString() {
            return "IssuedLink[" + link.key() + "]";
        }
    }

    /**
     * Issues a link to a brand.
     *
     * @throws InputRejectedException if the body is invalid
     * @throws DeliveryFailedException if the link is not published yet
     */
    public IssuedLink issue(BrandKey brand, Map<?, ?> body, Instant at) {
        var requested = ClientLinkRequest.read(body);
        var password = requested.password();
        if (password != null && !usablePassword.test(password)) {
            throw InputRejectedException.invalid(
                    "password", "has to have 12 characters or more, and 72 bytes at most.");
        }
        var secret = secrets.get();
        var hashed = hash.apply(secret);
        var link = new LinkIssued(
                brand.agency(),
                DeterministicIds.of("link", hashed),
                brand.brand(),
                requested.month() == null ? null : requested.month().toString(),
                requested.name(),
                hashed,
                password == null ? null : passwordHash.apply(password),
                at,
                at.plus(requested.validity()));
        decisions.update(link.key(), before -> new AdminDecision<>(link.key(), 1, link, false));
        return new IssuedLink(link, secret);
    }

    /**
     * Revokes a link of a brand, and ends the sessions that were opened with it.
     *
     * @return false if the brand has no link of this id
     */
    public boolean revoke(BrandKey brand, UUID id) {
        return decisions.withdraw(LinkIssued.key(brand, id));
    }
}
