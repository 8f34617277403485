package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository.Filter;
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

    private final ConnectionFinder connections;
    private final ConnectionViews views;
    private final ReplayRunner replays;

    DeliveryRejectionController(ConnectionFinder connections, ConnectionViews views, ReplayRunner replays) {
        this.connections = connections;
        this.views = views;
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
        return views.rejections(key, new Filter(code, account), paging);
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
