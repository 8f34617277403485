package io.rapport.ingest.domain.decision;

import org.jspecify.annotations.Nullable;

/** Optimistic lock failure: a change names a version that is no longer current. Has no stack trace, because it is a response. */
public final class VersionConflictException extends RuntimeException {

    private final long version;

    private VersionConflictException(long version) {
        super("The current version is " + version, null, false, false);
        this.version = version;
    }

    public static void requireVersion(@Nullable Long expected, long version) {
        if (expected != null && expected != version) {
            throw new VersionConflictException(version);
        }
    }

    /** The current version. */
    public long version() {
        return version;
    }
}
