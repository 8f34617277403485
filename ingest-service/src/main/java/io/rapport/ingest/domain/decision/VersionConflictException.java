package io.rapport.ingest.domain.decision;

import org.jspecify.annotations.Nullable;

/** A change was meant for a version that is no longer the newest. Carries no stack trace: it is an answer, not a fault. */
public final class VersionConflictException extends RuntimeException {

    private final long version;

    private VersionConflictException(long version) {
        super("It is version " + version + " by now", null, false, false);
        this.version = version;
    }

    public static void requireVersion(@Nullable Long meant, long version) {
        if (meant != null && meant != version) {
            throw new VersionConflictException(version);
        }
    }

    /** The version it is now. */
    public long version() {
        return version;
    }
}
