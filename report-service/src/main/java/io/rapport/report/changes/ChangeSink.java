package io.rapport.report.changes;

import java.io.IOException;

/** Receives the text of a stream; blocks while the client does not read. */
@FunctionalInterface
interface ChangeSink {

    /**
     * Sends text.
     *
     * @throws IOException if the client is gone, or has not read for too long
     */
    void send(String text) throws IOException;
}
