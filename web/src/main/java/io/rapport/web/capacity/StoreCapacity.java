package io.rapport.web.capacity;

import io.rapport.web.pages.MessageBundle;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Limits what is added to a store in memory: warns from {@link CapacityLevel#LOW} on, and refuses at {@link CapacityLevel#FULL}. */
public final class StoreCapacity {

    private static final double PERCENT = 100;
    private static final String REMEDY =
            "Set RAPPORT_MONGODB_URI to a MongoDB and start Rapport again: all data is read from its topics into that store.";

    private static final MessageBundle MESSAGES = MessageBundle.shared();

    private final @Nullable MemoryReading memory;

    /**
     * The capacity of a store.
     *
     * @param memory the memory of a store in memory; null for a store without a limit
     */
    public StoreCapacity(@Nullable MemoryReading memory) {
        this.memory = memory;
    }

    /** The current level. */
    public CapacityLevel level() {
        return memory == null ? CapacityLevel.SUFFICIENT : CapacityLevel.of(memory.usedRatio());
    }

    /** A text for users with the state and its remedy, in the current language; null while there is sufficient capacity. */
    public @Nullable String notice() {
        return memory == null ? null : notice(memory.usedRatio());
    }

    /**
     * Requires that documents can be added.
     *
     * @throws ProblemException 507 if the memory is full
     */
    public void requireFree() {
        if (memory == null) {
            return;
        }
        var used = memory.usedRatio();
        if (CapacityLevel.of(used) == CapacityLevel.FULL) {
            throw Problem.of(
                            HttpStatus.INSUFFICIENT_STORAGE,
                            "memory-full",
                            "The memory is full",
                            "%d %% of the memory of the in-memory store is in use. Rows that were acknowledged before are kept. %s Then send this request again."
                                    .formatted(percent(used), REMEDY))
                    .asException();
        }
    }

    private static @Nullable String notice(double used) {
        return switch (CapacityLevel.of(used)) {
            case SUFFICIENT -> null;
            case LOW -> MESSAGES.get("capacity.low", percent(used)) + " " + MESSAGES.get("capacity.remedy");
            case FULL -> MESSAGES.get("capacity.full", percent(used)) + " " + MESSAGES.get("capacity.remedy");
        };
    }

    private static long percent(double ratio) {
        return (long) Math.floor(ratio * PERCENT);
    }
}
