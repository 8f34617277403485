package io.rapport.ingest.source.phone;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.SettingsReader;

/**
 * Maps calls: {@code {"calls": […]}}, a list of calls, one call, or the webhook of Aircall with the call in {@code data}. The
 * account is a number of the brand with its calling code, such as {@code +4722334455}, or any name if there is one account.
 */
public final class PhoneSource implements EngagementSource {

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SharedSecretVerifier.relayed(
                "Telephone",
                new PhoneSource(),
                "Let the telephone system deliver each call when it has ended to {hook}, as JSON with the fields id, direction, from, to, startedAt and seconds; Aircall's webhook call.ended is read as it is.",
                "Enter each number of the brand, such as +4722334455, as account here. The setting zone is the time zone of times without an offset, such as Europe/Oslo.");
    }

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var mapper = new CallMapper(settings, SettingsReader.zone(settings).orElse(null), mapping);
            if (root.isArray()) {
                mapping.each(root.elements(), mapper::map);
            } else if (root.at("calls").isPresent()) {
                mapping.each(root.at("calls").elements(), mapper::map);
            } else if (root.at("data").isObject()) {
                mapEvent(root, mapper, mapping);
            } else {
                mapping.entry(() -> mapper.map(root));
            }
        });
    }

    @Override
    public void requireValid(SourceSettings settings) {
        SettingsReader.requireValidZone(settings);
    }

    private static void mapEvent(PayloadNode root, CallMapper mapper, PayloadMapping mapping) {
        var event = root.at("event").requiredText();
        if (event.equals("call.ended")) {
            mapping.entry(() -> mapper.map(root.at("data")));
        } else {
            mapping.ignore(event);
        }
    }
}
