package io.rapport.ingest.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.connection.DeliveryOutcome;
import io.rapport.ingest.domain.engagement.EngagementPreview;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what would become of a payload; publishes nothing. */
public final class DeliveryPreview {

    private final Function<String, @Nullable BrandRegistered> brands;
    private final Function<BrandRegistered, EngagementPreview> previews;
    private final Instant at;

    /**
     * Creates a preview.
     *
     * @param brands finds a registered brand of the agency by its name; null for none
     * @param at the time of receipt
     */
    public DeliveryPreview(
            Function<String, @Nullable BrandRegistered> brands,
            Function<BrandRegistered, EngagementPreview> previews,
            Instant at) {
        this.brands = brands;
        this.previews = previews;
        this.at = at;
    }

    /**
     * An event of the payload as it would be taken in.
     *
     * @param outcome what would become of it
     * @param account the account of the platform; null where it is not known
     * @param engagement as it would be published; null if it would not be
     * @param eventType the type of an ignored event; null for others
     * @param code why it would be rejected; null if it would not be
     * @param message the reason as a sentence, or what would be left out of the engagement; null for none
     * @param path the JSON Pointer of what is wrong; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreviewedItem(
            DeliveryOutcome outcome,
            @Nullable String account,
            @Nullable EngagementReceived engagement,
            @Nullable String eventType,
            @Nullable RejectionCode code,
            @Nullable String message,
            @Nullable String path) {

        static PreviewedItem rejected(
                @Nullable String account, RejectionCode code, String message, @Nullable String path) {
            return new PreviewedItem(DeliveryOutcome.REJECTED, account, null, null, code, message, path);
        }
    }

    /** Maps a payload, and reads each engagement as intake would. */
    public List<PreviewedItem> of(
            EngagementSource source, SourcePayload payload, SourceSettings settings, List<ConnectionAccount> accounts) {
        var brandsByAccount =
                accounts.stream().collect(Collectors.toMap(ConnectionAccount::id, ConnectionAccount::brand));
        var items = new ArrayList<PreviewedItem>();
        for (var item : source.map(payload, settings, at).items()) {
            items.add(preview(item, items.size(), brandsByAccount));
        }
        return items;
    }

    private PreviewedItem preview(SourceMapping.Item item, int index, Map<String, String> brandsByAccount) {
        if (item instanceof SourceMapping.Ignored ignored) {
            return new PreviewedItem(DeliveryOutcome.IGNORED, null, null, ignored.eventType(), null, null, null);
        }
        if (item instanceof SourceMapping.Unusable unusable) {
            return PreviewedItem.rejected(null, RejectionCode.UNPARSEABLE, unusable.reason(), unusable.path());
        }
        var mapped = (SourceMapping.Mapped) item;
        var name = brandsByAccount.get(mapped.account());
        var brand = name == null ? null : brands.apply(name);
        return brand == null
                ? PreviewedItem.rejected(
                        mapped.account(),
                        name == null ? RejectionCode.UNKNOWN_ACCOUNT : RejectionCode.UNKNOWN_BRAND,
                        "The account has no registered brand.",
                        null)
                : preview(MappedRow.of(index, mapped).receivedAt(at), mapped.account(), brand);
    }

    private PreviewedItem preview(MappedRow row, String account, BrandRegistered brand) {
        var read = previews.apply(brand).read(row);
        var engagement = read.engagement();
        if (engagement == null) {
            var rejected = read.rejected();
            return rejected == null
                    ? PreviewedItem.rejected(account, RejectionCode.UNKNOWN, "It cannot be read.", null)
                    : PreviewedItem.rejected(account, rejected.code(), rejected.message(), rejected.field());
        }
        var warnings = read.warnings().entrySet().stream()
                .map(warning -> warning.getKey() + ": " + warning.getValue())
                .collect(Collectors.joining("; "));
        return new PreviewedItem(
                DeliveryOutcome.ofPublished(engagement, brand),
                account,
                engagement,
                null,
                null,
                warnings.isEmpty() ? null : warnings,
                null);
    }
}
