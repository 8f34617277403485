package io.rapport.ingest.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.ingest.domain.ClientColumns;
import io.rapport.ingest.domain.ClientIntake;
import io.rapport.ingest.domain.ClientPreview;
import io.rapport.ingest.domain.ListImport;
import io.rapport.ingest.domain.ListImports;
import io.rapport.ingest.domain.NotDelivered;
import io.rapport.ingest.domain.NotReadYet;
import io.rapport.ingest.domain.Row;
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
public record ListRun(Intakes intakes, ListImports imports, BooleanSupplier ready) {

    private static final int TOLD_EVERY = 1_000;

    /** Rows of which some were looked at already. */
    record Rows(List<Row> first, Iterator<Row> rest) {
        void each(Consumer<Row> taker) {
            first.forEach(taker);
            rest.forEachRemaining(taker);
        }
    }

    /**
     * To be asked before a list is looked at.
     *
     * @throws NotReadYet while it is not known what was published before
     */
    void requireReady() {
        if (!ready.getAsBoolean()) {
            throw new NotReadYet("What was listed before");
        }
    }

    ListAnswer take(BrandRegistered brand, ClientColumns columns, Rows rows, boolean complete) {
        var arrival = intakes.arrival(brand, null);
        var begun = ListImport.begun(arrival);
        if (!imports.begin(begun)) {
            throw running(brand.brandKey());
        }
        var intake = intakes.clients(arrival, columns);
        var state = ListImport.State.BROKEN_OFF;
        try {
            rows.each(row -> take(row, intake, begun));
            var receipt = intake.receipt(complete, () -> tell(intake, begun));
            state = ListImport.State.DONE;
            return ListAnswer.of(arrival, receipt);
        } finally {
            imports.tell(begun.now(state, intake.soFar(), clock().instant()));
        }
    }

    ClientPreview preview(BrandRegistered brand, ClientColumns columns) {
        return new ClientPreview(brand, columns, intakes.hashes(), clock().instant());
    }

    Clock clock() {
        return intakes.clock();
    }

    private void take(Row row, ClientIntake intake, ListImport begun) {
        intake.take(row);
        if (intake.soFar().rows() % TOLD_EVERY == 0) {
            tell(intake, begun);
        }
    }

    private void tell(ClientIntake intake, ListImport begun) {
        if (!imports.tell(begun.now(ListImport.State.RUNNING, intake.soFar(), clock().instant()))) {
            throw new NotDelivered(
                    "Another import of the brand's list has taken this one's place", new IllegalStateException());
        }
    }

    private RuntimeException running(BrandKey brand) {
        var problem = Problem.of(
                HttpStatus.CONFLICT,
                "import-running",
                "Another import of this list is running",
                "One list of a brand is taken in at a time. Wait for it, then send this one again.");
        return imports.newest(brand)
                .map(other -> problem.with("import", other.id()))
                .orElse(problem)
                .asException();
    }
}
