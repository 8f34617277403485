package io.rapport.ingest.domain.registration;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.StaffHandle;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Registers brands and changes their registration. */
public final class BrandRegistrationService {

    /** The standard model that brands are scored with that are registered from now on; a brand keeps the one it was registered with. */
    public static final String MODEL_OF_NEW_BRANDS = "standard-2";

    private static final int ATTEMPTS = 5;

    private final AdminDecisionService<BrandRegistered> decisions;
    private final ContactHasher hasher;

    /** Creates a service that stores registrations as decisions, and hashes the addresses in them. */
    public BrandRegistrationService(AdminDecisionService<BrandRegistered> decisions, ContactHasher hasher) {
        this.decisions = decisions;
        this.hasher = hasher;
    }

    /**
     * The result of a registration.
     *
     * @param brand the current registration
     * @param created whether the brand was not registered before
     */
    public record RegistrationResult(BrandRegistered brand, boolean created) {}

    /**
     * Registers a brand. This service applies the registration before it returns, the other services shortly afterwards.
     *
     * @throws InputRejectedException if the body is invalid
     * @throws DeliveryFailedException if the registration is not published yet; it is published later, or by a repeated
     *     request
     */
    public RegistrationResult register(BrandKey brand, Map<?, ?> body, Instant at) {
        return change(
                brand,
                before -> BrandRegisteredBuilder.builder(BrandRegistrationReader.read(
                                brand,
                                body,
                                before.map(BrandRegistered::version).orElse(0L) + 1,
                                at,
                                hasher))
                        .model(before.isPresent() ? before.get().model() : MODEL_OF_NEW_BRANDS)
                        .build());
    }

    /**
     * Changes only the staff of a brand.
     *
     * @param expectedVersion the version that is changed; null to change any version
     * @param staffChange computes the new staff from the current staff
     * @return empty if the brand is not registered
     * @throws VersionConflictException if the current version is another one
     * @throws InputRejectedException if the new staff exceeds the maximum
     * @throws DeliveryFailedException if the change is not published yet; it is published later, or by a repeated request
     */
    public Optional<RegistrationResult> changeStaff(
            BrandKey brand, @Nullable Long expectedVersion, UnaryOperator<List<StaffHandle>> staffChange, Instant at) {
        if (decisions.find(brand.key()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(change(brand, before -> {
            var now = before.orElseThrow();
            VersionConflictException.requireVersion(expectedVersion, now.version());
            return with(
                    now,
                    BrandRegistrationReader.requireStaffLimit(staffChange.apply(now.staff())),
                    now.version() + 1,
                    at);
        }));
    }

    private RegistrationResult change(BrandKey brand, Function<Optional<BrandRegistered>, BrandRegistered> change) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = decisions.find(brand.key());
            var before = stored.map(AdminDecision::event);
            var requested = change.apply(before);
            if (before.isPresent() && same(before.get(), requested)) {
                decisions.publish(brand.key());
                return new RegistrationResult(before.get(), false);
            }
            var decision = new AdminDecision<>(brand.key(), requested.version(), requested, false);
            if (decisions.save(decision, stored.map(AdminDecision::version).orElse(0L))) {
                decisions.publish(brand.key());
                return new RegistrationResult(requested, before.isEmpty());
            }
        }
        throw new DeliveryFailedException("Concurrent changes of the brand");
    }

    private static boolean same(BrandRegistered one, BrandRegistered other) {
        return one.equals(with(other, other.staff(), one.version(), one.at()));
    }

    private static BrandRegistered with(BrandRegistered brand, List<StaffHandle> staff, long version, Instant at) {
        return BrandRegisteredBuilder.builder(brand)
                .staff(staff)
                .version(version)
                .at(at)
                .build();
    }
}
