package io.rapport.ingest.domain;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientHandle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the first rows of a client list would be read. Changes nothing, and shows by what somebody is reached only in part. */
public final class ClientPreview {

    private static final int SHOWN = 10;
    private static final int DIGITS = 3;

    private final ClientReader reader;
    private final ClientListing listing;
    private final Instant at;

    /** A preview of a brand's list. */
    public ClientPreview(BrandRegistered brand, ClientColumns columns, ContactHashes hashes, Instant at) {
        this.reader = new ClientReader(columns, LocalDate.ofInstant(at, ZoneOffset.UTC));
        this.listing = new ClientListing(brand, hashes);
        this.at = at;
    }

    /**
     * A row as it would be read.
     *
     * @param row its line
     * @param client the id it would have; null when it would be rejected
     * @param read what it says, by what it is; of an e-mail address and a telephone number a part
     * @param fields whatever else it says, by column
     * @param warnings what would be left out, by column
     * @param rejected why it would be rejected; null when it would not
     */
    public record Shown(
            int row,
            @Nullable String client,
            Map<String, String> read,
            List<ClientHandle> handles,
            List<String> links,
            Map<String, String> fields,
            Map<String, String> warnings,
            Receipt.@Nullable Rejected rejected) {}

    /** The first of the rows. */
    public List<Shown> of(List<Row> rows) {
        return rows.stream().limit(SHOWN).map(this::of).toList();
    }

    private Shown of(Row row) {
        try {
            var read = reader.read(row.fields());
            var client = listing.of(read, at).client();
            return new Shown(
                    row.index(),
                    client,
                    said(read),
                    read.handles(),
                    read.links(),
                    read.fields(),
                    read.warnings(),
                    null);
        } catch (NotAccepted e) {
            return new Shown(
                    row.index(), null, Map.of(), List.of(), List.of(), Map.of(), Map.of(), Receipt.Rejected.of(row, e));
        }
    }

    private static Map<String, String> said(ClientRow row) {
        var said = new LinkedHashMap<String, String>();
        row.texts().forEach((field, text) -> said.put(field.word(), masked(field, text)));
        var name = row.name();
        if (name != null) {
            said.put(ClientField.NAME.word(), name);
        }
        return said;
    }

    private static String masked(ClientField field, String text) {
        return switch (field) {
            case EMAIL -> text.substring(0, text.offsetByCodePoints(0, 1)) + "…@…" + end(text);
            case PHONE -> "…" + text.substring(text.length() - DIGITS);
            default -> text;
        };
    }

    private static String end(String address) {
        var dot = address.lastIndexOf('.');
        return dot < address.indexOf('@') ? "" : address.substring(dot);
    }
}
