package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.source.SourceMapping;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps the entries that meet a condition.
 *
 * @param account the account of the brand
 * @param fields the values by the path of the field
 * @param revision a number that rises with each edit; null for none
 * @param withdrawn when the entry withdraws an earlier one; null for never
 */
record PayloadRule(
        MappedCondition when,
        MappedValue account,
        Map<String, MappedValue> fields,
        @Nullable MappedValue revision,
        @Nullable MappedCondition withdrawn) {

    /** The fields without which there is no engagement. */
    static final List<String> REQUIRED = List.of("sourceId", "channel", "kind", "direction", "occurredAt");

    SourceMapping.Item map(MappedPayload payload) {
        var brandAccount = account.of(payload);
        if (brandAccount == null) {
            return missing("The account", account, payload);
        }
        var engagement = new LinkedHashMap<String, Object>();
        for (var field : fields.entrySet()) {
            var value = field.getValue().of(payload);
            if (value == null && REQUIRED.contains(field.getKey())) {
                return missing("The field " + field.getKey(), field.getValue(), payload);
            }
            if (value != null) {
                put(engagement, field.getKey(), value);
            }
        }
        Long number = null;
        if (revision != null) {
            var found = revision.of(payload);
            if (found instanceof BigInteger whole) {
                number = whole.longValue();
            } else if (found != null) {
                return new SourceMapping.Unusable("The revision is no whole number.", revision.place(payload));
            }
        }
        return new SourceMapping.Mapped(
                String.valueOf(brandAccount), engagement, number, withdrawn != null && withdrawn.holds(payload));
    }

    private static SourceMapping.Unusable missing(String what, MappedValue value, MappedPayload payload) {
        return new SourceMapping.Unusable(what + " is missing in the payload.", value.place(payload));
    }

    @SuppressWarnings("unchecked") // parts are only created here
    private static void put(Map<String, Object> engagement, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            engagement.put(path, value);
        } else {
            var part = engagement.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<String, Object>());
            ((Map<String, Object>) part).put(path.substring(dot + 1), value);
        }
    }
}
