package io.rapport.ingest.domain;

import org.jspecify.annotations.Nullable;

/** A change was meant for a version that is no longer the newest. Carries no stack trace: it is an answer, not a fault. */
public final class ChangedMeanwhile extends RuntimeException {

    private final long version;

    private ChangedMeanwhile(long version) {
        super("It is version " + version + " by now", null, false, false);
        this.version = version;
    }

    static void unless(@Nullable Long meant, long version) {
        if (meant != null && meant != version) {
            throw new ChangedMeanwhile(version);
        }
    }

    /** The version it is now. */
    public long version() {
        return version;
    }
}
