package io.rapport.scoring.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.core.env.Environment;

/** The address by which the other instances reach this one; known once the web server has started. */
final class InstanceAddress {

    private final String host;
    private final Environment environment;

    /**
     * Creates the address.
     *
     * @param host name or address of the host; empty for its own address
     */
    InstanceAddress(String host, Environment environment) {
        this.host = host;
        this.environment = environment;
    }

    HostInfo hostInfo() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8083"));
        return new HostInfo(host.isEmpty() ? ownAddress() : host, Integer.parseInt(port));
    }

    private static String ownAddress() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
