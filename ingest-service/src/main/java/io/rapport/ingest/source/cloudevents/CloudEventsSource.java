package io.rapport.ingest.source.cloudevents;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.util.List;
import java.util.Locale;

/**
 * Maps CloudEvents 1.0 whose data is an engagement in the form of {@code POST …/engagements}. The account is the attribute
 * {@code source}; data without {@code sourceId} and {@code occurredAt} get the event's source and id, and its time.
 */
public final class CloudEventsSource implements EngagementSource {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final List<String> STEPS = List.of(
            "Let the application send CloudEvents 1.0 over HTTP to {hook}, structured, batched or binary.",
            "The data of each event is an engagement in the form of POST …/engagements; the attribute source names the account.",
            "Let it send the token of this connection as Authorization: Bearer.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "CloudEvents",
                new CloudEventsSource(),
                new CloudEventsVerifier(),
                List.of(CloudEventsVerifier.TOKEN),
                STEPS);
    }

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        var mediaType = payload.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (mediaType.equals(STRUCTURED)) {
            return PayloadMapping.ofJson(payload, (root, mapping) -> mapStructured(root, mapping));
        }
        if (mediaType.equals(BATCH)) {
            return PayloadMapping.ofJson(
                    payload,
                    (root, mapping) -> mapping.each(root.requiredElements(), event -> mapStructured(event, mapping)));
        }
        return PayloadMapping.of(mapping -> mapBinary(payload, mediaType, mapping));
    }

    private static void mapStructured(PayloadNode event, PayloadMapping mapping) {
        new CloudEventMapper(event.requireObject()::at).map(data(event), mapping);
    }

    private static PayloadNode data(PayloadNode event) {
        if (event.at("data_base64").isPresent()) {
            return event.at("data_base64").parseBase64();
        }
        return event.at("data");
    }

    private static void mapBinary(SourcePayload payload, String mediaType, PayloadMapping mapping) {
        if (!mediaType.equals("application/json") && !mediaType.endsWith("+json")) {
            throw PayloadShapeException.of(
                    "The Content-Type is neither that of CloudEvents nor JSON.", "/datacontenttype");
        }
        var data = payload.body().length == 0 ? PayloadNode.ofText(null, "") : PayloadNode.parse(payload.body());
        if (payload.header("ce-specversion").isEmpty()
                && data.isObject()
                && data.at("specversion").isPresent()) {
            mapStructured(data, mapping);
            return;
        }
        new CloudEventMapper(name -> PayloadNode.ofText(
                        payload.header("ce-" + name).map(HeaderValues::decode).orElse(null), "/" + name))
                .map(data, mapping);
    }
}
