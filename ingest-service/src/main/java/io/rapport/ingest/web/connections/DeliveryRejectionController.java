package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository.Filter;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and replays what a connection delivered and could not be published. */
@RestController
@RequestMapping("/v1/agencies/{agency}/connections/{connection}/rejected")
class DeliveryRejectionController {

    private static final String NEWEST_FIRST = "-rejectedAt";

    private final ConnectionFinder connections;
    private final DeliveryRejectionRepository rejections;
    private final ReplayRunner replays;

    DeliveryRejectionController(
            ConnectionFinder connections, DeliveryRejectionRepository rejections, ReplayRunner replays) {
        this.connections = connections;
        this.rejections = rejections;
        this.replays = replays;
    }

    /**
     * The result of a replay.
     *
     * @param replayed the number of rejections that are done
     * @param remaining the number of those that were tried and stay, because their cause is not fixed
     * @param outcomes what became of the events of the replayed ones
     */
    record ReplayResponse(int replayed, int remaining, HookResponse outcomes) {}

    @GetMapping
    CursorPage<DeliveryRejected> list(
            @PathVariable String agency,
            @PathVariable String connection,
            @RequestParam(required = false) @Nullable RejectionCode code,
            @RequestParam(required = false) @Nullable String account,
            PageRequest paging) {
        var key = connections.require(agency, connection).connectionKey();
        var after = paging.after() == null ? null : paging.after().text(NEWEST_FIRST, 0);
        var found = rejections.find(key, new Filter(code, account), after, paging.limit() + 1);
        return CursorPage.of(
                found, paging.limit(), row -> Cursor.of(NEWEST_FIRST, DeliveryRejectionRepository.sortKey(row)));
    }

    @Operation(
            summary = "Replays rejections whose cause was fixed",
            description =
                    "{\"ids\": [...]} or {\"code\": ..., \"account\": ...}, or {} for all; the newest 500 at most. Idempotent: what is published twice counts once.")
    @PostMapping("/replay")
    ReplayResponse replay(
            @PathVariable String agency,
            @PathVariable String connection,
            @RequestBody(required = false) @Nullable ReplayRequest body) {
        var result = replays.run(connections.require(agency, connection), body == null ? ReplayRequest.ALL : body);
        return new ReplayResponse(result.replayed(), result.remaining(), HookResponse.of(result.receipt()));
    }
}
