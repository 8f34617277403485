package io.rapport.standalone.client;

import java.io.IOException;
import java.net.URI;

/** There was no response after several attempts. */
public final class NoResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoResponseException(URI address, IOException cause) {
        super("No response from " + address + ": check that Rapport is running there.", cause);
    }
}
