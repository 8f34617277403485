package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Answers requests with given bodies, which are written with single quotes, in turn; keeps the requests. */
public final class ScriptedHttp implements HttpFetcher {

    public final List<URI> requests = new ArrayList<>();
    public final List<Map<String, String>> headers = new ArrayList<>();

    private final int status;
    private final Iterator<String> bodies;

    public ScriptedHttp(int status, String... bodies) {
        this.status = status;
        this.bodies = List.of(bodies).iterator();
    }

    @Override
    public HttpContent get(URI uri, Map<String, String> sent) {
        requests.add(uri);
        headers.add(sent);
        return new HttpContent(
                status, Map.of(), bodies.next().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpContent post(URI uri, Map<String, String> sent, byte[] body) {
        throw new UnsupportedOperationException();
    }
}
