package io.rapport.report.webhooks;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.web.auth.Caller;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outgoing webhooks of an agency. */
@RestController
@RequestMapping("/v1/agencies/{agency}/webhooks")
class WebhookController {

    private final WebhookHandler webhooks;

    WebhookController(WebhookHandler webhooks) {
        this.webhooks = webhooks;
    }

    @Operation(summary = "The outgoing webhooks of the agency")
    @GetMapping
    CursorPage<WebhookView> list(@PathVariable String agency) {
        return new CursorPage<>(webhooks.findAll(token("agency", agency)), null);
    }

    @Operation(summary = "A webhook with its state")
    @GetMapping("/{webhook}")
    WebhookView get(@PathVariable String agency, @PathVariable String webhook) {
        return webhooks.find(key(agency, webhook));
    }

    @Operation(
            summary = "Create a webhook, or change its settings",
            description =
                    "Events from now on are posted to the address, signed by Standard Webhooks. The response that creates"
                            + " the webhook has its secret, which is not shown again.")
    @PutMapping("/{webhook}")
    ResponseEntity<WebhookView> save(
            @PathVariable String agency,
            @PathVariable String webhook,
            @RequestBody WebhookRequest request,
            Caller caller) {
        var saved = webhooks.save(key(agency, webhook), request, caller);
        return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(saved.webhook());
    }

    @Operation(summary = "Delete a webhook with the deliveries that wait")
    @DeleteMapping("/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String agency, @PathVariable String webhook, Caller caller) {
        webhooks.delete(key(agency, webhook), caller);
    }

    @Operation(
            summary = "Create another secret for a webhook",
            description = "Deliveries are signed with the new and the old secret until oldSecretUntil.")
    @PostMapping("/{webhook}/secret")
    WebhookView rotate(@PathVariable String agency, @PathVariable String webhook, Caller caller) {
        return webhooks.rotate(key(agency, webhook), caller);
    }

    @Operation(
            summary = "Deliver again what happened since a time",
            description =
                    "As far back as the topics hold it, which is 30 days. Messages keep their ids. A disabled webhook is"
                            + " enabled.")
    @PostMapping("/{webhook}/replay")
    ResponseEntity<WebhookView> replay(
            @PathVariable String agency, @PathVariable String webhook, @RequestParam Instant since) {
        return ResponseEntity.accepted().body(webhooks.replay(key(agency, webhook), since));
    }

    @Operation(summary = "Enable a webhook, and deliver from where it stopped")
    @PostMapping("/{webhook}/resume")
    ResponseEntity<WebhookView> resume(@PathVariable String agency, @PathVariable String webhook) {
        return ResponseEntity.accepted().body(webhooks.resume(key(agency, webhook)));
    }

    @Operation(summary = "The last 200 attempts of a webhook, newest first, without their content")
    @GetMapping("/{webhook}/deliveries")
    CursorPage<DeliveryAttempt> deliveries(@PathVariable String agency, @PathVariable String webhook) {
        return new CursorPage<>(webhooks.attempts(key(agency, webhook)), null);
    }

    static WebhookKey key(String agency, String webhook) {
        return new WebhookKey(token("agency", agency), token("webhook", webhook));
    }

    static String token(String parameter, String value) {
        if (!NameRules.isToken(value)) {
            throw Problem.invalid(
                            parameter,
                            "'" + parameter + "' is 1 to 64 of a-z 0-9 - _ . and begins with a letter or digit.")
                    .asException();
        }
        return value;
    }
}
