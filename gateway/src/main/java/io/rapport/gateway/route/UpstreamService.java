package io.rapport.gateway.route;

import java.util.Locale;

/** A service behind the gateway. */
public enum UpstreamService {
    INGEST,
    IDENTITY,
    SCORING,
    REPORT;

    /** The name in settings and messages. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
