package io.rapport.report.subscription;

import io.rapport.contracts.BrandKey;
import io.rapport.web.auth.Caller;
import io.rapport.web.paging.CursorPage;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The subscriptions to the months of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/subscriptions")
class SubscriptionController {

    private final SubscriptionHandler subscriptions;

    SubscriptionController(SubscriptionHandler subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Operation(
            summary = "The e-mail addresses that the months of the brand are sent to. Needs the scope INGEST or ADMIN")
    @GetMapping
    CursorPage<SubscriptionView> list(BrandKey brand) {
        return new CursorPage<>(subscriptions.findAll(brand), null);
    }

    @Operation(
            summary = "Subscribe an e-mail address to the months of the brand. Needs the scope INGEST or ADMIN",
            description = "The address is asked to confirm it. It receives the months that are complete after that.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SubscriptionView add(BrandKey brand, @RequestBody SubscriptionRequest request, Caller caller) {
        return subscriptions.add(brand, request, caller);
    }

    @Operation(summary = "Delete a subscription with its address. Needs the scope INGEST or ADMIN")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(BrandKey brand, @PathVariable UUID id) {
        subscriptions.delete(brand, id);
    }
}
