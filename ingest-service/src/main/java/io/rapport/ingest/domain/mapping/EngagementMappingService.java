package io.rapport.ingest.domain.mapping;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.EngagementColumnsMapped;
import io.rapport.contracts.brand.EngagementColumnsMappedBuilder;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.EpochUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and saves the mappings of a brand's engagement files, one for each source. */
public final class EngagementMappingService {

    private static final int ATTEMPTS = 5;

    private final AdminDecisionService<EngagementColumnsMapped> decisions;

    /** Creates a service that stores mappings as decisions. */
    public EngagementMappingService(AdminDecisionService<EngagementColumnsMapped> decisions) {
        this.decisions = decisions;
    }

    /** A saved mapping with its version; version 0 for none. */
    public record SavedMapping(EngagementMapping mapping, long version) {}

    /**
     * Finds the saved mapping of a source; an empty one for none.
     *
     * @throws StateNotLoadedException while the mappings are being loaded
     */
    public SavedMapping find(BrandKey brand, String source) {
        return decisions
                .find(brand.key(source))
                .map(decision -> new SavedMapping(mapping(decision.event()), decision.version()))
                .orElse(new SavedMapping(EngagementMapping.EMPTY, 0));
    }

    /**
     * Saves and publishes a mapping; {@link EngagementMapping#EMPTY} removes it.
     *
     * @param expectedVersion the version that is replaced; null to replace any version
     * @throws VersionConflictException if the current version is another one
     * @throws DeliveryFailedException if the mapping is not published yet; it is published later, or by a repeated request
     */
    public SavedMapping save(
            BrandKey brand, String source, EngagementMapping mapping, @Nullable Long expectedVersion, Instant at) {
        var key = brand.key(source);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = find(brand, source);
            VersionConflictException.requireVersion(expectedVersion, before.version());
            if (before.mapping().equals(mapping)) {
                if (before.version() > 0) {
                    decisions.publish(key);
                }
                return before;
            }
            var version = before.version() + 1;
            var event = event(brand, source, mapping, version, at);
            if (decisions.save(new AdminDecision<>(key, version, event, false), before.version())) {
                decisions.publish(key);
                return new SavedMapping(mapping, version);
            }
        }
        throw new DeliveryFailedException("Concurrent changes of the mapping");
    }

    private static EngagementColumnsMapped event(
            BrandKey brand, String source, EngagementMapping mapping, long version, Instant at) {
        return EngagementColumnsMappedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .source(source)
                .preset(mapping.preset())
                .columns(mapping.columns())
                .constants(mapping.constants())
                .values(mapping.values())
                .ids(mapping.ids())
                .zone(Objects.toString(mapping.zone(), null))
                .dates(Objects.toString(mapping.dates(), null))
                .epoch(Objects.toString(mapping.epoch(), null))
                .version(version)
                .at(at)
                .build();
    }

    private static EngagementMapping mapping(EngagementColumnsMapped event) {
        return new EngagementMapping(
                event.preset(),
                event.columns(),
                event.constants(),
                event.values(),
                event.ids(),
                Optional.ofNullable(event.zone()).map(ZoneId::of).orElse(null),
                known(DateOrder.class, event.dates()),
                known(EpochUnit.class, event.epoch()));
    }

    /** A later version may write values that this one does not know. */
    private static <E extends Enum<E>> @Nullable E known(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
