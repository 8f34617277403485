package io.rapport.ingest.domain.input;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.ingest.domain.contact.ContactHasher;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Valid input, which tests modify in one place. */
public final class SampleRows {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final BrandRegistered BRAND = BrandRegisteredBuilder.builder()
            .agency("nord")
            .brand("acme")
            .name("Acme")
            .timeZone("America/New_York")
            .clock(BrandClock.LIVE)
            .staff(List.of())
            .paidMarkers(List.of("#ad"))
            .version(1)
            .at(NOW)
            .build();
    public static final IntakeRequest REQUEST = new IntakeRequest(BRAND, new UUID(0, 1), NOW, null, null);
    public static final ContactHasher HASHES = new ContactHasher("a secret of this installation");

    private SampleRows() {}

    public static Map<String, Object> row() {
        var row = new LinkedHashMap<String, Object>();
        row.put("source", "test");
        row.put("sourceId", "1");
        row.put("occurredAt", "2026-02-01T03:00:00Z");
        row.put("channel", "x");
        row.put("kind", "MENTION");
        row.put("direction", "INBOUND");
        row.put("actor", new LinkedHashMap<>(Map.of("id", "ann")));
        return row;
    }

    /** Returns a valid row with one changed field, which may be nested. */
    public static Map<String, Object> rowWith(String path, Object value) {
        var row = row();
        var dot = path.indexOf('.');
        if (dot < 0) {
            row.put(path, value);
        } else {
            object(row, path.substring(0, dot)).put(path.substring(dot + 1), value);
        }
        return row;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> row, String name) {
        return (Map<String, Object>) row.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
    }

    /** An input row over a map. */
    public record SampleRow(int index, Map<String, Object> fields) implements InputRow {
        @Override
        public String raw() {
            return fields.toString();
        }
    }
}
