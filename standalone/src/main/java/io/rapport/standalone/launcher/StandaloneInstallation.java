package io.rapport.standalone.launcher;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Rapport in this process: broker, store and the four services. While it runs, {@code rapport.json} in its data
 * folder tells others where.
 */
public final class StandaloneInstallation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneInstallation.class);

    private final CloseableStack opened;
    private final ConnectionInfo connection;

    private StandaloneInstallation(CloseableStack opened, ConnectionInfo connection) {
        this.opened = opened;
        this.connection = connection;
    }

    /**
     * Starts everything embedded and returns when all four services are ready.
     *
     * @param data the data folder; created when missing, kept when closed
     * @param portBase the report's port, the others follow from it; 0 for free ones
     * @throws StartupException when a port or the folder is in use, or a service does not come up
     */
    public static StandaloneInstallation start(Path data, int portBase) throws InterruptedException {
        return start(data, portBase, ExternalServices.none(), line -> {});
    }

    /** As {@link #start(Path, int)}, with a broker or store from outside, and word of how far it has come. */
    public static StandaloneInstallation start(
            Path data, int portBase, ExternalServices outside, StartupProgress progress) throws InterruptedException {
        var opened = new CloseableStack();
        try {
            var folder = opened.add(DataFolder.open(data));
            LogFileConfiguration.writeTo(folder.log());
            var ports = LoopbackPorts.from(portBase);
            ports.requireFree();
            return new StandaloneInstallation(
                    opened, new InstallationStarter(opened, folder, ports, progress).run(outside));
        } catch (RuntimeException | InterruptedException e) {
            LOG.error("Rapport could not start", e);
            opened.close();
            throw e;
        }
    }

    /** Where it listens. */
    public ConnectionInfo connection() {
        return connection;
    }

    /** Stops in order: what lets work in, what works, the broker, the store. The data stays. */
    @Override
    public void close() {
        opened.close();
    }
}
