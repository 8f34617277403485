package io.rapport.standalone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Converts Ctrl-C and SIGTERM to an interrupt of one thread, and lets that thread release its resources before the process exits. */
final class ShutdownSignal implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private ShutdownSignal(Thread worker) {
        this.hook = new Thread(() -> interruptAndWait(worker), "shutdown");
    }

    /** Interrupts the calling thread from now until this is closed. */
    static ShutdownSignal forCurrentThread() {
        var signal = new ShutdownSignal(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Waits until the process is asked to exit; then throws. */
    void await() throws InterruptedException {
        finished.await();
    }

    /** Allows the process to exit. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is exiting: the hook runs, and may continue now.
        }
    }

    private void interruptAndWait(Thread worker) {
        worker.interrupt();
        try {
            if (!finished.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("Rapport did not stop within " + TIMEOUT.toSeconds() + " s and is terminated.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
