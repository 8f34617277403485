package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.FormBody;
import io.rapport.ingest.source.payload.PayloadShapeException;
import io.rapport.messaging.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Maps any JSON, or the fields of a form, by the rules in the settings of the connection. Rules that were read for an earlier payload are not read again. */
public final class JsonMappingSource implements EngagementSource {

    private static final String NAME = "json";
    private static final int MAX_KNOWN = 100;

    private final Map<Map<String, Object>, PayloadRules> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<String, Object>, PayloadRules> eldest) {
                    return size() > MAX_KNOWN;
                }
            });

    /** The source with its verifier. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "Any JSON",
                new JsonMappingSource(),
                new SharedSecretVerifier(),
                List.of(SharedSecretVerifier.SECRET),
                List.of(
                        "Write a mapping, and try it on a sample with POST …/sources/json/preview.",
                        "Let the system deliver to {hook}, as JSON.",
                        "Let it sign the body: X-Hub-Signature-256: sha256=<HMAC-SHA256 of the body with the secret, hex>. If it cannot sign, let it send the secret itself as Authorization: Bearer <secret>."));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void requireValid(SourceSettings settings) {
        PayloadRules.read(settings.values());
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        try {
            var rules = known.computeIfAbsent(settings.values(), PayloadRules::read);
            return rules.map(Json.requestMapper().readTree(FormBody.json(payload)));
        } catch (InputRejectedException e) {
            return SourceMapping.unusable(e.message(), "");
        } catch (PayloadShapeException e) {
            return SourceMapping.of(e.toItem());
        } catch (StreamConstraintsException e) {
            return SourceMapping.unusable("The payload is nested too deeply, or has too many or too long values.", "");
        } catch (JacksonException e) {
            return SourceMapping.unusable("The payload is not valid JSON.", "");
        }
    }
}
