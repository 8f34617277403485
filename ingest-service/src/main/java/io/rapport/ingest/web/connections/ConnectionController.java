package io.rapport.ingest.web.connections;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.connection.ProgressDelta;
import io.rapport.ingest.pull.PullScheduler;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Configures the connections of an agency, and shows their state. */
@RestController
class ConnectionController {

    private static final String CONNECTIONS = "/v1/agencies/{agency}/connections";
    private static final String CONNECTION = CONNECTIONS + "/{connection}";

    private final ConnectionService connections;
    private final ConnectionProgressService progress;
    private final ConnectionSaver saver;
    private final ConnectionViews views;
    private final BrandCatalogue brands;
    private final PullScheduler pulls;
    private final Clock clock;

    ConnectionController(
            ConnectionService connections,
            ConnectionProgressService progress,
            ConnectionSaver saver,
            ConnectionViews views,
            BrandCatalogue brands,
            PullScheduler pulls,
            Clock clock) {
        this.connections = connections;
        this.progress = progress;
        this.saver = saver;
        this.views = views;
        this.brands = brands;
        this.pulls = pulls;
        this.clock = clock;
    }

    @Operation(
            summary = "Creates or changes a connection",
            description =
                    "{source, accounts: [{id, brand}], settings, secrets, version}. Secrets are write-only: one that is not named stays; "
                            + "a new value is valid beside the old one until the old one is dropped; null removes it.")
    @PutMapping(CONNECTION)
    ResponseEntity<ConnectionView> save(
            @PathVariable String agency, @PathVariable String connection, @RequestBody Map<String, Object> body) {
        var key = ConnectionFinder.key(agency, connection);
        var saved = saver.save(key, body);
        return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.view(saved.connection()));
    }

    @GetMapping(CONNECTIONS)
    CursorPage<ConnectionView> list(@PathVariable String agency, PageRequest paging) {
        return views.page(TokenParameter.require("agency", agency), connection -> true, paging);
    }

    @GetMapping(CONNECTION)
    ConnectionView get(@PathVariable String agency, @PathVariable String connection) {
        return found(connections.find(ConnectionFinder.key(agency, connection)));
    }

    @DeleteMapping(CONNECTION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String agency, @PathVariable String connection) {
        var key = ConnectionFinder.key(agency, connection);
        if (!connections.delete(key)) {
            throw unknown();
        }
        progress.delete(key);
    }

    @PostMapping(CONNECTION + "/pause")
    ConnectionView pause(@PathVariable String agency, @PathVariable String connection) {
        return found(connections.pause(ConnectionFinder.key(agency, connection), true, now()));
    }

    @PostMapping(CONNECTION + "/resume")
    ConnectionView resume(@PathVariable String agency, @PathVariable String connection) {
        return found(connections.pause(ConnectionFinder.key(agency, connection), false, now()));
    }

    @Operation(
            summary = "Fetches again from a time on",
            description = "For sources that are pulled. What was received before counts once.")
    @PostMapping(CONNECTION + "/backfill")
    ConnectionView backfill(@PathVariable String agency, @PathVariable String connection, @RequestParam Instant from) {
        var key = ConnectionFinder.key(agency, connection);
        var found = connections.find(key).orElseThrow(ConnectionController::unknown);
        if (!views.isPulled(found)) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "not-pulled",
                            "The source is not pulled",
                            "The source '%s' delivers by itself. Ask the platform to deliver again, or import a file."
                                    .formatted(found.source()))
                    .asException();
        }
        progress.save(key, ProgressDelta.moved("from:" + from.truncatedTo(ChronoUnit.MILLIS)), now());
        pulls.wake(key);
        return views.view(found);
    }

    @Operation(summary = "Ends the older value of a secret after a rotation")
    @DeleteMapping(CONNECTION + "/secrets/{secret}/old")
    ConnectionView dropOldSecret(
            @PathVariable String agency, @PathVariable String connection, @PathVariable String secret) {
        return found(connections.dropOldSecret(ConnectionFinder.key(agency, connection), secret, now()));
    }

    @GetMapping("/v1/agencies/{agency}/brands/{brand}/connections")
    CursorPage<ConnectionView> listOfBrand(BrandKey brand, PageRequest paging) {
        brands.require(brand);
        return views.page(brand.agency(), connection -> isOf(connection, brand), paging)
                .map(view -> view.ofBrand(brand.brand()));
    }

    private ConnectionView found(Optional<ConnectionConfigured> connection) {
        return connection.map(views::view).orElseThrow(ConnectionController::unknown);
    }

    private static boolean isOf(ConnectionConfigured connection, BrandKey brand) {
        return connection.accounts().stream()
                .anyMatch(account -> account.brand().equals(brand.brand()));
    }

    private static RuntimeException unknown() {
        return Problem.notFound().asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
