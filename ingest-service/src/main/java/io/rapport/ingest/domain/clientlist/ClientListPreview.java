package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeReceipt;

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
public final class ClientListPreview {

    private static final int SHOWN = 10;
    private static final int DIGITS = 3;

    private final ClientRowReader reader;
    private final ClientListedMapper listing;
    private final Instant at;

    /** A preview of a brand's list. */
    public ClientListPreview(BrandRegistered brand, ClientListColumns columns, ContactHasher hashes, Instant at) {
        this.reader = new ClientRowReader(columns, LocalDate.ofInstant(at, ZoneOffset.UTC));
        this.listing = new ClientListedMapper(brand, hashes);
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
    public record RowPreview(
            int row,
            @Nullable String client,
            Map<String, String> read,
            List<ClientHandle> handles,
            List<String> links,
            Map<String, String> fields,
            Map<String, String> warnings,
            IntakeReceipt.@Nullable RowRejection rejected) {}

    /** The first of the rows. */
    public List<RowPreview> preview(List<InputRow> rows) {
        return rows.stream().limit(SHOWN).map(this::preview).toList();
    }

    private RowPreview preview(InputRow row) {
        try {
            var read = reader.read(row.fields());
            var client = listing.toEvent(read, at).client();
            return new RowPreview(
                    row.index(),
                    client,
                    recognizedTexts(read),
                    read.handles(),
                    read.links(),
                    read.fields(),
                    read.warnings(),
                    null);
        } catch (InputRejectedException e) {
            return new RowPreview(
                    row.index(), null, Map.of(), List.of(), List.of(), Map.of(), Map.of(), IntakeReceipt.RowRejection.of(row, e));
        }
    }

    private static Map<String, String> recognizedTexts(ClientRow row) {
        var said = new LinkedHashMap<String, String>();
        row.texts().forEach((field, text) -> said.put(field.word(), masked(field, text)));
        var name = row.name();
        if (name != null) {
            said.put(ClientListField.NAME.word(), name);
        }
        return said;
    }

    private static String masked(ClientListField field, String text) {
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
