package io.rapport.gateway.openapi;

import io.rapport.gateway.route.UpstreamService;
import org.jspecify.annotations.Nullable;

/** A service did not answer with its document. */
final class UpstreamUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    private final UpstreamService service;

    UpstreamUnavailableException(UpstreamService service, @Nullable Throwable cause) {
        super("The " + service + " service does not answer", cause);
        this.service = service;
    }

    UpstreamService service() {
        return service;
    }
}
