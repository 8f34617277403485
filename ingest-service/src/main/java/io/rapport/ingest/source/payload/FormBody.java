package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.messaging.json.Json;
import io.rapport.web.request.FormParameters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads payloads that are forms ({@code application/x-www-form-urlencoded}) as JSON. A form with the single field {@code payload}
 * contains JSON in it, as GitHub and Slack send it; any other form is an object of its fields, and a field with several values is
 * a list.
 */
public final class FormBody {

    private static final String PAYLOAD = "payload";

    private FormBody() {}

    /**
     * The body as JSON; the body as it is if it is no form.
     *
     * @throws PayloadShapeException if the form is not percent-encoded correctly
     */
    public static byte[] json(SourcePayload payload) {
        if (!FormParameters.isForm(payload.contentType())) {
            return payload.body();
        }
        var fields = fields(payload.text().strip());
        var wrapped = fields.getOrDefault(PAYLOAD, List.of());
        if (fields.size() == 1 && wrapped.size() == 1) {
            return wrapped.get(0).getBytes(StandardCharsets.UTF_8);
        }
        var object = new LinkedHashMap<String, Object>();
        fields.forEach((name, values) -> object.put(name, values.size() == 1 ? values.get(0) : values));
        return Json.mapper().writeValueAsBytes(object);
    }

    private static Map<String, List<String>> fields(String form) {
        try {
            return FormParameters.parse(form);
        } catch (IllegalArgumentException e) {
            throw PayloadShapeException.of("The form is not percent-encoded correctly.", "");
        }
    }
}
