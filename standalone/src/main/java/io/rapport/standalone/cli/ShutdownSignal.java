package io.rapport.standalone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into an interrupt of one thread, and lets that thread put things away before the process ends. */
final class ShutdownSignal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private ShutdownSignal(Thread worker) {
        this.hook = new Thread(() -> interruptAndWait(worker), "stopping");
    }

    /** Interrupts the calling thread from now until this is closed. */
    static ShutdownSignal forCurrentThread() {
        var interruption = new ShutdownSignal(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Returns, by interruption, when someone asks the process to end. */
    void await() throws InterruptedException {
        finished.await();
    }

    /** Everything is put away: the process may end. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: that is why the hook runs, and it may go on now.
        }
    }

    private void interruptAndWait(Thread worker) {
        worker.interrupt();
        try {
            if (!finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("Rapport did not stop within " + PATIENCE.toSeconds() + " s and is ended now.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
