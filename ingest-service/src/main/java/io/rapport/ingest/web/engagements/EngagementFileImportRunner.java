package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.engagement.EngagementFileImport;
import io.rapport.ingest.domain.engagement.EngagementFileImport.State;
import io.rapport.ingest.domain.engagement.EngagementFileImportRepository;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.engagement.IntakeReceipt;
import io.rapport.ingest.domain.input.InputRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in the rows of a file, and stores the progress. An import does not fail because its progress cannot be stored. */
@Component
class EngagementFileImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EngagementFileImportRunner.class);
    private static final int PROGRESS_INTERVAL_ROWS = 1_000;

    private final EngagementFileImportRepository imports;
    private final Clock clock;

    EngagementFileImportRunner(EngagementFileImportRepository imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    IntakeReceipt run(BrandKey brand, @Nullable String source, MappedFile file, EngagementIntake intake) {
        var started = EngagementFileImport.started(brand, UUID.randomUUID(), source, now());
        store(() -> imports.start(started));
        var rows = 0L;
        var state = State.BROKEN_OFF;
        try {
            Iterator<InputRow> each = file.file();
            while (each.hasNext()) {
                file.mapper().map(each.next()).forEach(intake::process);
                if (++rows % PROGRESS_INTERVAL_ROWS == 0) {
                    var running = started.withProgress(State.RUNNING, intake.counts(rows), now());
                    store(() -> imports.update(running));
                }
            }
            var receipt = intake.complete();
            state = State.DONE;
            return receipt;
        } finally {
            var end = started.withProgress(state, intake.counts(rows), now());
            store(() -> imports.update(end));
        }
    }

    private static void store(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            LOG.warn("The progress of an import could not be stored: {}", e.toString());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
