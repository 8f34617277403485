package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the rejections of a brand, by ingest and by scoring, and replays those by ingest. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/rejected")
class RejectionController {

    private static final String NEWEST_FIRST = "-rejectedAt";

    private final BrandCatalogue brands;
    private final RejectionRepository rejections;
    private final RejectionReplayer replayer;
    private final Clock clock;

    RejectionController(
            BrandCatalogue brands, RejectionRepository rejections, RejectionReplayer replayer, Clock clock) {
        this.brands = brands;
        this.rejections = rejections;
        this.replayer = replayer;
        this.clock = clock;
    }

    /**
     * Selects rejections to replay.
     *
     * @param ids the rejections; null to select by the reason
     * @param code the reason; null for all
     */
    record RejectionSelection(
            @Nullable List<@Nullable UUID> ids, @Nullable RejectionCode code) {}

    @GetMapping
    CursorPage<EngagementRejected> list(
            BrandKey brand, @RequestParam(required = false) @Nullable RejectionCode code, PageRequest paging) {
        brands.require(brand);
        return page(rejections, brand, code, paging);
    }

    /** A page of the rejections of a brand, newest first. */
    static CursorPage<EngagementRejected> page(
            RejectionRepository rejections, BrandKey brand, @Nullable RejectionCode code, PageRequest paging) {
        var after = paging.after() == null ? null : paging.after().text(NEWEST_FIRST, 0);
        var found = rejections.find(brand, code, after, paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), row -> Cursor.of(NEWEST_FIRST, RejectionRepository.sortKey(row)));
    }

    @Operation(
            summary = "Replays rejected rows whose cause was fixed",
            description =
                    "{\"ids\": [...]}, {\"code\": ...} or {} for all; the newest 500 at most. Rows that would be rejected again stay. Idempotent: an engagement keeps its id.")
    @PostMapping("/replay")
    RejectionReplayer.ReplayedRows replay(
            BrandKey brand, @RequestBody(required = false) @Nullable RejectionSelection selection) {
        var registered = brands.require(brand);
        return replayer.replay(
                registered, select(brand, selection), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private List<EngagementRejected> select(BrandKey brand, @Nullable RejectionSelection selection) {
        if (selection == null || selection.ids() == null) {
            return rejections.find(brand, selection == null ? null : selection.code(), null, PageRequest.MAX_LIMIT);
        }
        var ids = selection.ids().stream().filter(Objects::nonNull).distinct().toList();
        if (ids.size() > PageRequest.MAX_LIMIT) {
            throw Problem.invalid("ids", "ids has at most " + PageRequest.MAX_LIMIT + " entries.")
                    .asException();
        }
        return rejections.find(brand, ids);
    }
}
