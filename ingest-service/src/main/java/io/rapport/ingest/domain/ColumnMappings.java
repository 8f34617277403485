package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.ClientColumnsMapped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each brand decided that the columns of its client list are. */
public final class ColumnMappings {

    private static final int ATTEMPTS = 5;

    private final Decisions<ClientColumnsMapped> decisions;

    /** Maps by decisions. */
    public ColumnMappings(Decisions<ClientColumnsMapped> decisions) {
        this.decisions = decisions;
    }

    /**
     * What a brand decided last.
     *
     * @throws NotReadYet while that is not known
     */
    public Optional<ClientColumnsMapped> find(BrandKey brand) {
        return decisions.find(brand.key()).map(Decision::event);
    }

    /**
     * Decides anew.
     *
     * @param words what to read each column as, by name
     * @param only the version this is meant to replace; null for whichever it is
     * @throws NotAccepted if a word is not known
     * @throws ChangedMeanwhile if it is another version by now
     * @throws NotDelivered if it could not be announced yet; it will be, or the same request may be sent again
     */
    public ClientColumnsMapped save(BrandKey brand, Map<?, ?> words, @Nullable Long only, Instant at) {
        var columns = new TreeMap<>(ClientColumns.check(words));
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = decisions.find(brand.key());
            var version = before.map(Decision::version).orElse(0L);
            ChangedMeanwhile.unless(only, version);
            if (before.isPresent() && before.get().event().columns().equals(columns)) {
                decisions.announce(brand.key());
                return before.get().event();
            }
            var mapped = new ClientColumnsMapped(brand.agency(), brand.brand(), columns, version + 1, at);
            if (decisions.save(new Decision<>(brand.key(), version + 1, mapped, false), version)) {
                decisions.announce(brand.key());
                return mapped;
            }
        }
        throw new NotDelivered("The mapping is being changed by others at the same time");
    }
}
