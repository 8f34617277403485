package io.rapport.ingest.web.lists;

import io.rapport.ingest.web.request.IntakeFactory;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.clientlist.ClientListIntake;
import io.rapport.ingest.domain.clientlist.ClientListPreview;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;

/**
 * Runs imports of client lists, one at a time for each brand, and notes how far they are.
 *
 * @param ready whether it is known what was published before
 */
public record ClientListImportRunner(IntakeFactory intakes, ClientListImportRepository imports, BooleanSupplier ready) {

    private static final int PROGRESS_INTERVAL_ROWS = 1_000;

    /** Rows of which some were looked at already. */
    record Rows(List<InputRow> first, Iterator<InputRow> rest) {
        void forEach(Consumer<InputRow> taker) {
            first.forEach(taker);
            rest.forEachRemaining(taker);
        }
    }

    /**
     * To be asked before a list is looked at.
     *
     * @throws StateNotLoadedException while it is not known what was published before
     */
    void requireReady() {
        if (!ready.getAsBoolean()) {
            throw new StateNotLoadedException("What was listed before");
        }
    }

    ClientListResponse run(BrandRegistered brand, ClientListColumns columns, Rows rows, boolean complete) {
        var arrival = intakes.newRequest(brand, null);
        var begun = ClientListImport.started(arrival);
        if (!imports.tryStart(begun)) {
            throw conflict(brand.brandKey());
        }
        var intake = intakes.openClientListIntake(arrival, columns);
        var state = ClientListImport.State.BROKEN_OFF;
        try {
            rows.forEach(row -> run(row, intake, begun));
            var receipt = intake.complete(complete, () -> saveProgress(intake, begun));
            state = ClientListImport.State.DONE;
            return ClientListResponse.of(arrival, receipt);
        } finally {
            imports.updateProgress(begun.withProgress(state, intake.counts(), clock().instant()));
        }
    }

    ClientListPreview preview(BrandRegistered brand, ClientListColumns columns) {
        return new ClientListPreview(brand, columns, intakes.hashes(), clock().instant());
    }

    Clock clock() {
        return intakes.clock();
    }

    private void run(InputRow row, ClientListIntake intake, ClientListImport begun) {
        intake.process(row);
        if (intake.counts().rows() % PROGRESS_INTERVAL_ROWS == 0) {
            saveProgress(intake, begun);
        }
    }

    private void saveProgress(ClientListIntake intake, ClientListImport begun) {
        if (!imports.updateProgress(begun.withProgress(ClientListImport.State.RUNNING, intake.counts(), clock().instant()))) {
            throw new DeliveryFailedException(
                    "Another import of the brand's list has taken this one's place", new IllegalStateException());
        }
    }

    private RuntimeException conflict(BrandKey brand) {
        var problem = Problem.of(
                HttpStatus.CONFLICT,
                "import-running",
                "Another import of this list is running",
                "One list of a brand is taken in at a time. Wait for it, then send this one again.");
        return imports.findNewest(brand)
                .map(other -> problem.with("import", other.id()))
                .orElse(problem)
                .asException();
    }
}
