package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Registers brands, and changes what they are registered with. */
public final class Registrations {

    private static final int ATTEMPTS = 5;

    private final Decisions<BrandRegistered> decisions;
    private final Announcer announcer;
    private final Function<BrandKey, Optional<BrandRegistered>> announced;

    /**
     * Registers on the given store.
     *
     * @param announced a brand as the other services know it
     */
    public Registrations(
            Decisions<BrandRegistered> decisions,
            Announcer announcer,
            Function<BrandKey, Optional<BrandRegistered>> announced) {
        this.decisions = decisions;
        this.announcer = announcer;
        this.announced = announced;
    }

    /**
     * What a registration led to.
     *
     * @param brand as it is registered now
     * @param created whether it was not registered before
     */
    public record Registered(BrandRegistered brand, boolean created) {}

    /**
     * Registers a brand with what a body says. All services go by it soon after, this one at once.
     *
     * @throws NotAccepted if the body cannot be accepted
     * @throws NotDelivered if it could not be announced yet; it will be, or the same request may be sent again
     */
    public Registered register(BrandKey brand, Map<?, ?> body, Instant at) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = decisions.find(brand.key());
            var known = announced.apply(brand);
            var before = newest(stored.map(Decision::event), known);
            var wanted = BrandReader.read(
                    brand, body, before.map(BrandRegistered::version).orElse(0L) + 1, at);
            if (before.isPresent() && same(before.get(), wanted)) {
                if (!before.equals(known)) {
                    announcer.announce(brand.key());
                }
                return new Registered(before.get(), false);
            }
            var decision = new Decision<>(brand.key(), wanted.version(), wanted, false);
            if (decisions.save(decision, stored.map(Decision::version).orElse(0L))) {
                announcer.announce(brand.key());
                return new Registered(wanted, before.isEmpty());
            }
        }
        throw new NotDelivered("The brand is being changed by others at the same time");
    }

    private static Optional<BrandRegistered> newest(
            Optional<BrandRegistered> stored, Optional<BrandRegistered> announced) {
        return Stream.concat(stored.stream(), announced.stream())
                .max(Comparator.comparingLong(BrandRegistered::version));
    }

    private static boolean same(BrandRegistered one, BrandRegistered other) {
        return one.equals(new BrandRegistered(
                other.agency(),
                other.brand(),
                other.name(),
                other.timeZone(),
                other.clock(),
                other.staff(),
                other.paidMarkers(),
                other.answerTargetMinutes(),
                one.version(),
                one.at(),
                other.prices()));
    }
}
