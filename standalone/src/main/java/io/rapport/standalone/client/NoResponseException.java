package io.rapport.standalone.client;

import java.io.IOException;
import java.net.URI;

/** Nobody answered, however often it was tried. */
public final class NoResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoResponseException(URI address, IOException cause) {
        super("Nobody answers at " + address + ": is Rapport running there?", cause);
    }
}
