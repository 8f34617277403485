package io.rapport.ingest.web.connections;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.BodyLimit;
import io.rapport.ingest.web.request.RequestBodyReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what a platform delivers, byte for byte. */
@Component
class HookPayloadReader {

    private final ConnectionProperties limits;

    HookPayloadReader(ConnectionProperties limits) {
        this.limits = limits;
    }

    /** Reads a body; its bytes are reserved from the memory of all requests. */
    SourcePayload read(HttpServletRequest request, Map<String, String> query, AdmissionControl.Permit permit)
            throws IOException {
        var limit = BodyLimit.of(limits.maxPayload().toBytes());
        var body = RequestBodyReader.read(request, limit, permit::reserve, InputStream::readAllBytes);
        return payload(request, query, body);
    }

    /** A request without a body. */
    static SourcePayload withoutBody(HttpServletRequest request, Map<String, String> query) {
        return payload(request, query, new byte[0]);
    }

    private static SourcePayload payload(HttpServletRequest request, Map<String, String> query, byte[] body) {
        var type = request.getContentType();
        return new SourcePayload(body, headers(request), Map.copyOf(query), type == null ? "" : type);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new HashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .addAll(Collections.list(request.getHeaders(name)));
        }
        return headers;
    }
}
