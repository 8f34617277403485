package io.rapport.identity.web.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ContactHashes;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.link.ContactPolicy;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.withdrawal.EvidenceKind;
import io.rapport.identity.domain.withdrawal.EvidenceUnion;
import io.rapport.identity.domain.withdrawal.UnionFinder;
import io.rapport.identity.domain.withdrawal.UnionFinder.UnionPage;
import io.rapport.identity.web.decision.BulkDecisionResult;
import io.rapport.identity.web.decision.DecisionAttribution;
import io.rapport.identity.web.decision.DecisionProblems;
import io.rapport.identity.web.withdrawal.ContactValueReader.ContactValue;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Undoes all unions that rest on one value, or on one kind of evidence. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/decisions/undo")
public class BulkUndoController {

    private static final int MAX_ITEMS = 500;

    private final BrandCatalogue brands;
    private final UnionFinder unions;
    private final DecisionService decisions;
    private final DecisionAttribution attribution;
    private final ContactValueReader values;

    BulkUndoController(
            BrandCatalogue brands,
            UnionFinder unions,
            DecisionService decisions,
            DecisionAttribution attribution,
            ContactHashes hashes) {
        this.brands = brands;
        this.unions = unions;
        this.decisions = decisions;
        this.attribution = attribution;
        this.values = new ContactValueReader(hashes);
    }

    /**
     * Undoes unions in bulk.
     *
     * @param where which unions
     * @param reason the reason given by the caller
     * @param dryRun whether the unions are only listed; default false
     * @param limit 1 to 500, default 500; the unions of one person are not divided
     * @param after {@code next} of the previous answer; null for the first request
     */
    record BulkUndoRequest(
            @Nullable UnionCondition where,
            @Nullable String reason,
            @Nullable Boolean dryRun,
            @Nullable Integer limit,
            @Nullable UUID after) {}

    /**
     * Which unions are undone.
     *
     * @param evidence {@code email}, {@code phone}, {@code account}, {@code link} or {@code similarity}
     * @param channel the channel of an account
     * @param value one e-mail address, telephone number or account; null for all
     * @param hash the hash of an e-mail address or telephone number, instead of the value
     * @param since the earliest time of the unions; null for all
     */
    record UnionCondition(
            @Nullable String evidence,
            @Nullable String channel,
            @Nullable String value,
            @Nullable String hash,
            @Nullable Instant since) {}

    /**
     * The answer.
     *
     * @param items one for each union
     * @param next the position to continue at; null when there are no more unions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkUndoResponse(
            boolean dryRun, List<UnionView> items, @Nullable String next) {}

    /**
     * A union.
     *
     * @param id of the decision
     * @param person the person who leads it
     * @param other the person merged into them
     * @param by the rule
     * @param reason the evidence
     * @param status the status that undoing it alone would have answered; null in a dry run
     * @param problem why it was not undone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnionView(
            UUID id,
            UUID person,
            UUID other,
            String by,
            String reason,
            Instant at,
            @Nullable Integer status,
            @Nullable Problem problem) {

        static UnionView of(EvidenceUnion union, @Nullable BulkDecisionResult result) {
            var made = union.decision();
            return new UnionView(
                    made.id(),
                    union.lead().person(),
                    union.other(),
                    made.by(),
                    made.reason(),
                    made.at(),
                    result == null ? null : result.status(),
                    result == null ? null : result.problem());
        }
    }

    @Operation(summary = "Undo the unions that match a condition, or list them without undoing")
    @PostMapping
    BulkUndoResponse undo(BrandKey brand, @RequestBody BulkUndoRequest request, Caller caller) {
        brands.require(brand);
        var rationale = attribution.attribute(caller, request.reason());
        var page = find(brand, request, rationale);
        var dryRun = Boolean.TRUE.equals(request.dryRun());
        var touched = new HashSet<PersonKey>();
        var items = page.unions().stream()
                .map(union -> UnionView.of(union, dryRun ? null : undo(union, rationale, touched)))
                .toList();
        if (!touched.isEmpty()) {
            attribution.rematch(touched);
        }
        return new BulkUndoResponse(dryRun, items, page.next().isEmpty() ? null : page.next());
    }

    private BulkDecisionResult undo(EvidenceUnion union, DecisionRationale rationale, Set<PersonKey> touched) {
        return BulkDecisionResult.of(union.decision().id(), () -> {
            var undone = DecisionProblems.orProblem(
                    () -> decisions.undo(union.lead(), union.decision().id(), rationale));
            touched.add(union.lead());
            touched.add(union.lead().withPerson(union.other()));
            return undone;
        });
    }

    private UnionPage find(BrandKey brand, BulkUndoRequest request, DecisionRationale rationale) {
        var where = request.where();
        var limit = Objects.requireNonNullElse(request.limit(), MAX_ITEMS);
        if (where == null || limit < 1 || limit > MAX_ITEMS) {
            throw where == null
                    ? DecisionProblems.invalid("where", "where is required: the evidence of the unions to undo.")
                    : DecisionProblems.invalid("limit", "limit has to be 1 to " + MAX_ITEMS + ".");
        }
        var kind = kind(where.evidence());
        var since = where.since();
        Predicate<Decision> which = union -> since == null || !union.at().isBefore(since);
        var after = request.after() == null ? "" : request.after().toString();
        if (where.value() == null && where.hash() == null) {
            return unions.findPage(brand, kind.rules(), which, after, limit);
        }
        var sent = new ContactValue(kind.name(), where.channel(), where.value(), where.hash());
        var contact = values.read(brand.agency(), sent, null, rationale.by(), rationale.at());
        return unions.findPage(ContactPolicy.claimIds(brand, List.of(contact)), which, after, limit);
    }

    private static EvidenceKind kind(@Nullable String evidence) {
        try {
            return EvidenceKind.valueOf(String.valueOf(evidence).strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw DecisionProblems.invalid(
                    "where.evidence", "evidence has to be email, phone, account, link or similarity.");
        }
    }
}
