package io.rapport.identity.web.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.BlockedContact;
import io.rapport.contracts.identity.ContactHashes;
import io.rapport.contracts.identity.ContactKind;
import io.rapport.identity.domain.similarity.MatchRunScheduler;
import io.rapport.identity.domain.withdrawal.BlockedContactService;
import io.rapport.identity.domain.withdrawal.BlockedContactService.BlockResult;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.withdrawal.ContactValueReader.ContactValue;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and changes the values that are no evidence in a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/blocked-contacts")
public class BlockedContactController {

    private final BrandCatalogue brands;
    private final BlockedContactService blocked;
    private final MatchRunScheduler runs;
    private final DecisionAttribution attribution;
    private final ContactValueReader values;

    BlockedContactController(
            BrandCatalogue brands,
            BlockedContactService blocked,
            MatchRunScheduler runs,
            DecisionAttribution attribution,
            ContactHashes hashes) {
        this.brands = brands;
        this.blocked = blocked;
        this.runs = runs;
        this.attribution = attribution;
        this.values = new ContactValueReader(hashes);
    }

    /**
     * Blocks a value.
     *
     * @param kind {@code email}, {@code phone} or {@code account}
     * @param channel the channel of an account
     * @param value in clear
     * @param hash the hash of an e-mail address or telephone number, instead of the value
     * @param reason the reason given by the caller
     */
    record BlockRequest(
            @Nullable String kind,
            @Nullable String channel,
            @Nullable String value,
            @Nullable String hash,
            @Nullable String reason) {}

    /**
     * Replaces all blocked values.
     *
     * @param items at most 1 000 values
     */
    record BlockListRequest(@Nullable List<BlockRequest> items) {}

    /**
     * A blocked value.
     *
     * @param kind {@code email}, {@code phone} or {@code account}
     * @param value the hash of an e-mail address or telephone number; the name or id of an account
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BlockedContactView(
            UUID id,
            String kind,
            @Nullable String channel,
            String value,
            @Nullable String reason,
            String by,
            Instant at) {

        static BlockedContactView of(BlockedContact contact) {
            return new BlockedContactView(
                    contact.id(),
                    contact.kind().name().toLowerCase(Locale.ROOT),
                    contact.channel(),
                    contact.value(),
                    contact.reason(),
                    contact.by(),
                    contact.at());
        }
    }

    /**
     * The blocked values of a brand.
     *
     * @param ended the number of unions that this request ended; null for a request that only reads
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BlockListView(
            long version,
            List<BlockedContactView> items,
            @Nullable Integer ended) {}

    @Operation(summary = "The contacts that are no evidence")
    @GetMapping
    BlockListView list(BrandKey brand) {
        brands.require(brand);
        return view(blocked.policy(brand).version(), blocked.find(brand), null);
    }

    @Operation(summary = "Block a contact")
    @PostMapping
    BlockListView block(BrandKey brand, @RequestBody BlockRequest request, Caller caller) {
        brands.require(brand);
        var at = attribution.now();
        var contact = read(brand, request, caller, at);
        return change(brand, () -> blocked.block(brand, List.of(contact), caller.name(), at));
    }

    @Operation(summary = "Replace the blocked contacts")
    @PutMapping
    BlockListView replace(BrandKey brand, @RequestBody BlockListRequest request, Caller caller) {
        brands.require(brand);
        var items = request.items();
        if (items == null
                || items.size() > BlockedContactService.MAX
                || items.stream().anyMatch(Objects::isNull)) {
            throw DecisionProblems.invalid("items", "Send 0 to " + BlockedContactService.MAX + " items.");
        }
        var at = attribution.now();
        var contacts = items.stream().map(item -> read(brand, item, caller, at)).toList();
        return change(brand, () -> blocked.replace(brand, contacts, caller.name(), at));
    }

    @Operation(summary = "Unblock a contact")
    @DeleteMapping("/{id}")
    BlockListView unblock(
            BrandKey brand,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, reason);
        var contact = blocked.find(brand).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().asException());
        return change(brand, () -> blocked.unblock(brand, contact, rationale.by(), rationale.at()));
    }

    private BlockedContact read(BrandKey brand, BlockRequest request, Caller caller, Instant at) {
        var reason = attribution.attribute(caller, request.reason()).reason();
        var sent = new ContactValue(request.kind(), request.channel(), request.value(), request.hash());
        return values.read(brand.agency(), sent, reason, caller.name(), at);
    }

    /** Applies a change, and matches the brand again: other evidence may join, or a value that is allowed again. */
    private BlockListView change(BrandKey brand, Supplier<BlockResult> change) {
        var result = DecisionProblems.orInvalid("items", () -> DecisionProblems.orProblem(change));
        runs.start(brand);
        return view(result.policy().version(), result.policy().blocked(), result.ended());
    }

    private static BlockListView view(long version, List<BlockedContact> contacts, @Nullable Integer ended) {
        var known = contacts.stream()
                .filter(contact -> contact.kind() != ContactKind.UNKNOWN)
                .map(BlockedContactView::of)
                .toList();
        return new BlockListView(version, known, ended);
    }
}
