package io.rapport.gateway.openapi;

import io.rapport.gateway.route.Backend;
import org.jspecify.annotations.Nullable;

/** A service did not answer with its document. */
final class BackendUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    private final Backend backend;

    BackendUnavailableException(Backend backend, @Nullable Throwable cause) {
        super("The " + backend + " service does not answer", cause);
        this.backend = backend;
    }

    Backend backend() {
        return backend;
    }
}
