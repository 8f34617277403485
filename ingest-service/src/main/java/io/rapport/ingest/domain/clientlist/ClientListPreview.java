package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.RowRejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows how the first rows of a client list would be read. Has no side effects; e-mail addresses and telephone numbers are masked. */
public final class ClientListPreview {

    private static final int MAX_ROWS = 10;
    private static final int VISIBLE_DIGITS = 3;

    private final ClientRowReader reader;
    private final ClientListedMapper mapper;
    private final Instant at;

    /** Creates a preview for a brand's list. */
    public ClientListPreview(BrandRegistered brand, ClientListColumns columns, ContactHasher hasher, Instant at) {
        this.reader = new ClientRowReader(columns, LocalDate.ofInstant(at, ZoneOffset.UTC), brand.country());
        this.mapper = new ClientListedMapper(brand, hasher);
        this.at = at;
    }

    /**
     * A row as it would be read.
     *
     * @param row the line of the row
     * @param client the client id; null when the row would be rejected
     * @param read recognised values by the word for their field, with masked contacts
     * @param fields other values by column
     * @param warnings values that would be ignored, by column
     * @param rejected the rejection; null when the row would be accepted
     */
    public record RowPreview(
            int row,
            @Nullable String client,
            Map<String, String> read,
            List<ClientHandle> handles,
            List<String> links,
            Map<String, String> fields,
            Map<String, String> warnings,
            @Nullable RowRejection rejected) {}

    /** Previews the first 10 rows. */
    public List<RowPreview> preview(List<InputRow> rows) {
        return rows.stream().limit(MAX_ROWS).map(this::preview).toList();
    }

    private RowPreview preview(InputRow row) {
        try {
            var read = reader.read(row.fields());
            var client = mapper.toEvent(read, at).client();
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
                    row.index(), null, Map.of(), List.of(), List.of(), Map.of(), Map.of(), RowRejection.of(row, e));
        }
    }

    private static Map<String, String> recognizedTexts(ClientRow row) {
        var texts = new LinkedHashMap<String, String>();
        row.texts().forEach((field, text) -> texts.put(field.word(), mask(row, field, text)));
        var name = row.name();
        if (name != null) {
            texts.put(ClientListField.NAME.word(), name);
        }
        return texts;
    }

    private static String mask(ClientRow row, ClientListField field, String text) {
        return switch (field) {
            case EMAIL -> masks(field, row.emails());
            case PHONE -> masks(field, row.phones());
            default -> text;
        };
    }

    private static String masks(ClientListField field, List<String> texts) {
        return texts.stream().map(each -> mask(field, each)).collect(Collectors.joining(", "));
    }

    private static String mask(ClientListField field, String text) {
        return switch (field) {
            case EMAIL -> text.substring(0, text.offsetByCodePoints(0, 1)) + "…@…" + topLevelDomain(text);
            case PHONE -> "…" + text.substring(text.length() - VISIBLE_DIGITS);
            default -> text;
        };
    }

    private static String topLevelDomain(String address) {
        var dot = address.lastIndexOf('.');
        return dot < address.indexOf('@') ? "" : address.substring(dot);
    }
}
