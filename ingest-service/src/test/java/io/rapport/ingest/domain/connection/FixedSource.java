package io.rapport.ingest.domain.connection;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import java.util.function.Function;

/** A source that maps by a function of the text of the payload. */
public record FixedSource(String name, Function<String, SourceMapping> mapping) implements EngagementSource {

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return mapping.apply(payload.text());
    }
}
