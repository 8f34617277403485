package io.rapport.standalone.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case on a brand of its own, several at a time, on one installation. */
class UploadCasesIT {

    private static final int CONCURRENT = 8;

    private static final List<UploadCase> CASES = Stream.of(
                    ListUploads.cases(),
                    ContactUploads.cases(),
                    AccountUploads.cases(),
                    EngagementUploads.cases(),
                    StoryUploads.cases())
            .flatMap(List::stream)
            .toList();

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;
    private static ExecutorService threads;

    @BeforeAll
    static void start() throws InterruptedException {
        threads = Executors.newFixedThreadPool(CONCURRENT);
        rapport = StandaloneInstallation.start(folder.resolve("data"), 0);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        rapport.close();
    }

    @Test
    void everyKindHasACase() {
        assertThat(CASES).hasSize(38);
        assertThat(CASES).extracting(UploadCase::brand).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> uploads() {
        var running = CASES.stream().map(UploadCasesIT::submit).toList();
        return Stream.iterate(0, i -> i < CASES.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(CASES.get(i).rule(), () -> await(running.get(i))));
    }

    private static Future<?> submit(UploadCase upload) {
        return threads.submit(() -> {
            upload.check().run(UploadBrand.register(rapport.connection(), upload));
            return null;
        });
    }

    private static void await(Future<?> check) throws Throwable {
        try {
            check.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
