package io.rapport.ingest.web.lists;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.clientlist.ClientListIntake;
import io.rapport.ingest.domain.clientlist.ClientListPreview;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.util.Iterator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Runs imports of client lists, one at a time per brand, and stores their progress. */
@Component
class ClientListImportRunner {

    private static final int PROGRESS_INTERVAL_ROWS = 1_000;

    private final IntakeFactory intakes;
    private final ClientListImportRepository imports;
    private final ClientListReadiness readiness;
    private final Clock clock;

    ClientListImportRunner(
            IntakeFactory intakes, ClientListImportRepository imports, ClientListReadiness readiness, Clock clock) {
        this.intakes = intakes;
        this.imports = imports;
        this.readiness = readiness;
        this.clock = clock;
    }

    /**
     * Checks that imports can run; called before the request body is read.
     *
     * @throws StateNotLoadedException until the digests of published clients are restored
     */
    void requireReady() {
        if (!readiness.isRestored()) {
            throw new StateNotLoadedException("The published client list");
        }
    }

    ClientListResponse run(
            BrandRegistered brand, ClientListColumns columns, Iterator<InputRow> rows, boolean complete) {
        var request = intakes.newRequest(brand, null);
        var started = ClientListImport.started(request);
        if (!imports.tryStart(started)) {
            throw conflict(brand.brandKey());
        }
        var intake = intakes.openClientListIntake(request, columns);
        var state = ClientListImport.State.BROKEN_OFF;
        try {
            rows.forEachRemaining(row -> process(row, intake, started));
            var receipt = intake.complete(complete, () -> saveProgress(intake, started));
            state = ClientListImport.State.DONE;
            return ClientListResponse.of(request, receipt);
        } finally {
            imports.updateProgress(started.withProgress(state, intake.counts(), clock.instant()));
        }
    }

    ClientListPreview preview(BrandRegistered brand, ClientListColumns columns) {
        return intakes.openPreview(brand, columns);
    }

    private void process(InputRow row, ClientListIntake intake, ClientListImport started) {
        intake.process(row);
        if (intake.counts().rows() % PROGRESS_INTERVAL_ROWS == 0) {
            saveProgress(intake, started);
        }
    }

    private void saveProgress(ClientListIntake intake, ClientListImport started) {
        var running = started.withProgress(ClientListImport.State.RUNNING, intake.counts(), clock.instant());
        if (!imports.updateProgress(running)) {
            throw new DeliveryFailedException(
                    "Another import of the brand's list has taken over", new IllegalStateException());
        }
    }

    private RuntimeException conflict(BrandKey brand) {
        var problem = Problem.of(
                HttpStatus.CONFLICT,
                "import-running",
                "Another import of this list is running",
                "One import per brand runs at a time. Wait until it has finished, then send this list again.");
        return imports.findNewest(brand)
                .map(other -> problem.with("import", other.id()))
                .orElse(problem)
                .asException();
    }
}
