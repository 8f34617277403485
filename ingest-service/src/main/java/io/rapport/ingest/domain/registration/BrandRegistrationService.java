package io.rapport.ingest.domain.registration;

import io.rapport.ingest.domain.input.InputRejectedException;

import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.decision.VersionConflictException;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.StaffHandle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Registers brands, and changes what they are registered with. */
public final class BrandRegistrationService {

    private static final int ATTEMPTS = 5;

    private final AdminDecisionService<BrandRegistered> decisions;

    /** Registers by decisions. */
    public BrandRegistrationService(AdminDecisionService<BrandRegistered> decisions) {
        this.decisions = decisions;
    }

    /**
     * What a registration led to.
     *
     * @param brand as it is registered now
     * @param created whether it was not registered before
     */
    public record RegistrationResult(BrandRegistered brand, boolean created) {}

    /**
     * Registers a brand with what a body says. All services go by it soon after, this one at once.
     *
     * @throws InputRejectedException if the body cannot be accepted
     * @throws DeliveryFailedException if it could not be announced yet; it will be, or the same request may be sent again
     */
    public RegistrationResult register(BrandKey brand, Map<?, ?> body, Instant at) {
        return change(
                brand,
                before -> BrandRegistrationReader.read(
                        brand, body, before.map(BrandRegistered::version).orElse(0L) + 1, at));
    }

    /**
     * Changes a brand's own team, and nothing else.
     *
     * @param only the version this is meant to change; null for whichever it is
     * @param team what the team is to be, of what it was
     * @return empty if the brand is not registered
     * @throws VersionConflictException if it is another version by now
     * @throws InputRejectedException if there would be too many
     * @throws DeliveryFailedException if it could not be announced yet; it will be, or the same request may be sent again
     */
    public Optional<RegistrationResult> changeStaff(
            BrandKey brand, @Nullable Long only, UnaryOperator<List<StaffHandle>> team, Instant at) {
        if (decisions.find(brand.key()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(change(brand, before -> {
            var now = before.orElseThrow();
            VersionConflictException.requireVersion(only, now.version());
            return with(now, BrandRegistrationReader.requireStaffLimit(team.apply(now.staff())), now.version() + 1, at);
        }));
    }

    private RegistrationResult change(BrandKey brand, Function<Optional<BrandRegistered>, BrandRegistered> change) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = decisions.find(brand.key());
            var before = stored.map(AdminDecision::event);
            var wanted = change.apply(before);
            if (before.isPresent() && same(before.get(), wanted)) {
                decisions.publish(brand.key());
                return new RegistrationResult(before.get(), false);
            }
            var decision = new AdminDecision<>(brand.key(), wanted.version(), wanted, false);
            if (decisions.save(decision, stored.map(AdminDecision::version).orElse(0L))) {
                decisions.publish(brand.key());
                return new RegistrationResult(wanted, before.isEmpty());
            }
        }
        throw new DeliveryFailedException("The brand is being changed by others at the same time");
    }

    private static boolean same(BrandRegistered one, BrandRegistered other) {
        return one.equals(with(other, other.staff(), one.version(), one.at()));
    }

    private static BrandRegistered with(BrandRegistered brand, List<StaffHandle> staff, long version, Instant at) {
        return new BrandRegistered(
                brand.agency(),
                brand.brand(),
                brand.name(),
                brand.timeZone(),
                brand.clock(),
                staff,
                brand.paidMarkers(),
                brand.answerTargetMinutes(),
                version,
                at,
                brand.prices());
    }
}
