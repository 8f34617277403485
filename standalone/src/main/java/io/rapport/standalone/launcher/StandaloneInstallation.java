package io.rapport.standalone.launcher;

import io.rapport.standalone.embedded.HeapMemoryReading;
import io.rapport.web.capacity.MemoryReading;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An installation in this process: broker, store, the gateway and the four services. While it runs, {@code rapport.json} in its data folder
 * has its addresses.
 */
public final class StandaloneInstallation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneInstallation.class);

    private final CloseableStack resources;
    private final ConnectionInfo connection;

    private StandaloneInstallation(CloseableStack resources, ConnectionInfo connection) {
        this.resources = resources;
        this.connection = connection;
    }

    /**
     * Starts an installation with the embedded broker and store; returns when the gateway and all services are ready.
     *
     * @param data the data folder; created if missing, kept when closed
     * @param portBase the port of the one address, from which the others follow; 0 for free ports
     * @throws StartupException if a port or the folder is in use, or a service does not start
     */
    public static StandaloneInstallation start(Path data, int portBase) throws InterruptedException {
        return start(data, portBase, ExternalServices.none(), line -> {});
    }

    /** As {@link #start(Path, int)}, with an external broker or store, and progress messages. */
    public static StandaloneInstallation start(
            Path data, int portBase, ExternalServices external, StartupProgress progress) throws InterruptedException {
        return start(data, portBase, external, progress, HeapMemoryReading.ofThisProcess());
    }

    /** As {@link #start(Path, int, ExternalServices, StartupProgress)}, with another measure of the embedded store's memory. */
    static StandaloneInstallation start(
            Path data, int portBase, ExternalServices external, StartupProgress progress, MemoryReading memory)
            throws InterruptedException {
        var resources = new CloseableStack();
        try {
            var folder = resources.add(DataFolder.open(data));
            LogFileConfiguration.writeTo(folder.log());
            var ports = LoopbackPorts.from(portBase);
            ports.requireFree();
            return new StandaloneInstallation(
                    resources, new InstallationStarter(resources, folder, ports, progress, memory).run(external));
        } catch (RuntimeException | InterruptedException e) {
            LOG.error("Rapport could not start", e);
            resources.close();
            throw e;
        }
    }

    /** The addresses of the installation. */
    public ConnectionInfo connection() {
        return connection;
    }

    /** Stops the services, the broker and the store, in this order. Keeps the data. */
    @Override
    public void close() {
        resources.close();
    }
}
