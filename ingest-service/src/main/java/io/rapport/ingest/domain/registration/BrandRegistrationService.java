package io.rapport.ingest.domain.registration;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.contracts.brand.PriceList;
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
        return changeRegistered(
                brand,
                expectedVersion,
                now -> with(
                        now,
                        BrandRegistrationReader.requireStaffLimit(staffChange.apply(now.staff())),
                        now.version() + 1,
                        at));
    }

    /**
     * Changes only the prices of a brand.
     *
     * @param expectedVersion the version that is changed; null to change any version
     * @param priceChange computes the new prices from the current ones, null for none
     * @return empty if the brand is not registered
     * @throws VersionConflictException if the current version is another one
     * @throws InputRejectedException if there are no new prices
     * @throws DeliveryFailedException if the change is not published yet; it is published later, or by a repeated request
     */
    public Optional<RegistrationResult> changePrices(
            BrandKey brand,
            @Nullable Long expectedVersion,
            Function<@Nullable PriceList, PriceList> priceChange,
            Instant at) {
        return changeRegistered(
                brand,
                expectedVersion,
                now -> BrandRegisteredBuilder.builder(now)
                        .prices(priceChange.apply(now.prices()))
                        .version(now.version() + 1)
                        .at(at)
                        .build());
    }

    private Optional<RegistrationResult> changeRegistered(
            BrandKey brand, @Nullable Long expectedVersion, UnaryOperator<BrandRegistered> registrationChange) {
        if (decisions.find(brand.key()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(change(brand, before -> {
            var now = before.orElseThrow();
            VersionConflictException.requireVersion(expectedVersion, now.version());
            return registrationChange.apply(now);
        }));
    }

    private RegistrationResult change(BrandKey brand, Function<Optional<BrandRegistered>, BrandRegistered> change) {
        var update = decisions.update(brand.key(), before -> {
            var requested = change.apply(before.map(AdminDecision::event));
            return before.filter(decision -> same(decision.event(), requested))
                    .orElseGet(() -> new AdminDecision<>(brand.key(), requested.version(), requested, false));
        });
        return new RegistrationResult(update.decision().event(), update.created());
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
