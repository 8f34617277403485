package io.rapport.ingest.domain.column;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads and saves the column mapping of each brand's client list. */
public final class ColumnMappingService {

    private final AdminDecisionService<ClientColumnsMapped> decisions;

    /** Creates a service that stores mappings as decisions. */
    public ColumnMappingService(AdminDecisionService<ClientColumnsMapped> decisions) {
        this.decisions = decisions;
    }

    /**
     * Finds the saved mapping of a brand.
     *
     * @throws StateNotLoadedException while the mappings are being loaded
     */
    public Optional<ClientColumnsMapped> find(BrandKey brand) {
        return decisions.find(brand.key()).map(AdminDecision::event);
    }

    /**
     * Saves and publishes a mapping.
     *
     * @param words the word for the client field, by column name
     * @param expectedVersion the version that is replaced; null to replace any version
     * @throws InputRejectedException if a word is unknown
     * @throws VersionConflictException if the current version is another one
     * @throws DeliveryFailedException if the mapping is not published yet; it is published later, or by a repeated request
     */
    public ClientColumnsMapped save(BrandKey brand, Map<?, ?> words, @Nullable Long expectedVersion, Instant at) {
        var columns = new TreeMap<>(ClientListColumns.validateMapping(words));
        var update = decisions.update(brand.key(), before -> {
            var version = before.map(AdminDecision::version).orElse(0L);
            VersionConflictException.requireVersion(expectedVersion, version);
            return before.filter(decision -> decision.event().columns().equals(columns))
                    .orElseGet(() -> decision(brand, columns, version + 1, at));
        });
        return update.decision().event();
    }

    private static AdminDecision<ClientColumnsMapped> decision(
            BrandKey brand, Map<String, String> columns, long version, Instant at) {
        var mapped = new ClientColumnsMapped(brand.agency(), brand.brand(), columns, version, at);
        return new AdminDecision<>(brand.key(), version, mapped, false);
    }
}
