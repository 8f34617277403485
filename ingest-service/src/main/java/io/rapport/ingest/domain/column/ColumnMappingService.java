package io.rapport.ingest.domain.column;

import io.rapport.ingest.domain.input.InputRejectedException;

import io.rapport.ingest.domain.delivery.StateNotLoadedException;

import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.decision.VersionConflictException;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.ClientColumnsMapped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each brand decided that the columns of its client list are. */
public final class ColumnMappingService {

    private static final int ATTEMPTS = 5;

    private final AdminDecisionService<ClientColumnsMapped> decisions;

    /** Maps by decisions. */
    public ColumnMappingService(AdminDecisionService<ClientColumnsMapped> decisions) {
        this.decisions = decisions;
    }

    /**
     * What a brand decided last.
     *
     * @throws StateNotLoadedException while that is not known
     */
    public Optional<ClientColumnsMapped> find(BrandKey brand) {
        return decisions.find(brand.key()).map(AdminDecision::event);
    }

    /**
     * Decides anew.
     *
     * @param words what to read each column as, by name
     * @param only the version this is meant to replace; null for whichever it is
     * @throws InputRejectedException if a word is not known
     * @throws VersionConflictException if it is another version by now
     * @throws DeliveryFailedException if it could not be announced yet; it will be, or the same request may be sent again
     */
    public ClientColumnsMapped save(BrandKey brand, Map<?, ?> words, @Nullable Long only, Instant at) {
        var columns = new TreeMap<>(ClientListColumns.validateMapping(words));
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = decisions.find(brand.key());
            var version = before.map(AdminDecision::version).orElse(0L);
            VersionConflictException.requireVersion(only, version);
            if (before.isPresent() && before.get().event().columns().equals(columns)) {
                decisions.publish(brand.key());
                return before.get().event();
            }
            var mapped = new ClientColumnsMapped(brand.agency(), brand.brand(), columns, version + 1, at);
            if (decisions.save(new AdminDecision<>(brand.key(), version + 1, mapped, false), version)) {
                decisions.publish(brand.key());
                return mapped;
            }
        }
        throw new DeliveryFailedException("The mapping is being changed by others at the same time");
    }
}
