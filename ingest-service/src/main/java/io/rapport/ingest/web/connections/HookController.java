package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.web.connections.HookDirectory.Hook;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.QuotaControl;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.AddsDocuments;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The addresses that platforms deliver to. A delivery needs no token: the platform's signature lets it in. Whatever is not
 * signed is answered alike, also for connections that do not exist.
 */
@RestController
@RequestMapping("/v1/agencies/{agency}/hooks/{connection}")
class HookController {

    private final HookDirectory hooks;
    private final HookPayloadReader reader;
    private final DeliveryProcessor processor;
    private final ConnectionProgressService progress;
    private final AdmissionControl admission;
    private final QuotaControl quota;
    private final HookFetcher fetcher;
    private final ConnectionProperties limits;
    private final Clock clock;

    HookController(
            HookDirectory hooks,
            HookPayloadReader reader,
            DeliveryProcessor processor,
            ConnectionProgressService progress,
            AdmissionControl admission,
            QuotaControl quota,
            HookFetcher fetcher,
            ConnectionProperties limits,
            Clock clock) {
        this.hooks = hooks;
        this.reader = reader;
        this.processor = processor;
        this.progress = progress;
        this.admission = admission;
        this.quota = quota;
        this.fetcher = fetcher;
        this.limits = limits;
        this.clock = clock;
    }

    @Operation(
            summary = "Answers the challenge by which a platform checks a hook",
            description =
                    "Needs no token. 401 for what is not a challenge of the platform, and for unknown connections.")
    @GetMapping
    ResponseEntity<String> challenge(
            @PathVariable String agency,
            @PathVariable String connection,
            @RequestParam Map<String, String> query,
            HttpServletRequest request) {
        var payload = HookPayloadReader.withoutBody(request, query);
        var hook = require(agency, connection);
        return challenge(hook, payload, secrets(hook)).orElseThrow(HookController::unsigned);
    }

    @Operation(
            summary = "Takes in what a platform delivers",
            description =
                    "Needs no token, but the signature of the platform: 401 without a valid one. Responds when the broker has acknowledged everything.")
    @AddsDocuments
    @StreamedBody
    @PostMapping
    ResponseEntity<?> deliver(
            @PathVariable String agency,
            @PathVariable String connection,
            @RequestParam Map<String, String> query,
            HttpServletRequest request)
            throws IOException {
        try (var permit = admission.admit()) {
            var payload = reader.read(request, query, permit);
            var hook = require(agency, connection);
            var secrets = secrets(hook);
            requireSigned(hook, payload, secrets);
            var challenge = challenge(hook, payload, secrets);
            if (challenge.isPresent()) {
                return challenge.get();
            }
            if (hook.verifier().fetches()) {
                requireRunning(hook.connection());
                var fetched = fetcher.fetch(hook, payload);
                return ResponseEntity.accepted().body(HookResponse.of(process(hook, fetched)));
            }
            // Only signed deliveries use up the quota: unsigned requests cannot exhaust it.
            quota.take(agency);
            requireRunning(hook.connection());
            return ResponseEntity.ok(HookResponse.of(process(hook, payload)));
        }
    }

    private DeliveryReceipt process(Hook hook, SourcePayload payload) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var receipt = processor.process(hook.connection(), hook.source(), payload, now);
        progress.record(key(hook.connection()), ProgressDelta.delivered(receipt.counts(), now));
        return receipt;
    }

    private Hook require(String agency, String connection) {
        return hooks.find(agency, connection).orElseThrow(HookController::unsigned);
    }

    private SourceSecrets secrets(Hook hook) {
        try {
            return hooks.secrets(hook.connection());
        } catch (SecretUnreadableException e) {
            throw refused(hook, String.valueOf(e.getMessage()));
        }
    }

    private void requireSigned(Hook hook, SourcePayload payload, SourceSecrets secrets) {
        var result = hook.verifier().verify(payload, secrets, clock.instant());
        if (!result.accepted()) {
            throw refused(hook, result.reason());
        }
    }

    private ProblemException refused(Hook hook, String reason) {
        progress.record(
                key(hook.connection()),
                ProgressDelta.refused(
                        "A delivery was refused: " + reason, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return unsigned();
    }

    private void requireRunning(ConnectionConfigured connection) {
        if (connection.paused()) {
            throw Problem.unavailable(
                    "The connection is paused. Nothing of this delivery was stored; deliver it again later.",
                    limits.pausedRetry());
        }
    }

    private static Optional<ResponseEntity<String>> challenge(Hook hook, SourcePayload payload, SourceSecrets secrets) {
        return hook.verifier()
                .challenge(payload, ConnectionSettings.of(hook.connection()), secrets)
                .map(answer -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(answer.contentType()))
                        .body(answer.body()));
    }

    private static ConnectionKey key(ConnectionConfigured connection) {
        return connection.connectionKey();
    }

    private static ProblemException unsigned() {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed",
                        "The delivery is not signed",
                        "The request has no valid signature for this hook. Nothing of it was stored. Check the hook's address and its secret at the platform.")
                .asException();
    }
}
