package io.rapport.standalone.access;

import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A broker with authentication and authorization on one listener, and unrestricted access on an internal one. */
public final class GuardedBroker implements AutoCloseable {

    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final EmbeddedBroker broker;
    private final String internal;

    private GuardedBroker(EmbeddedBroker broker, String internal) {
        this.broker = broker;
        this.internal = internal;
    }

    /** Starts a broker with these principals. */
    public static GuardedBroker start(Path folder, List<String> principals) {
        var guarded = FreePort.any();
        var internalPort = FreePort.any();
        var controller = FreePort.any();
        var settings = new HashMap<String, String>();
        settings.put(
                "listeners",
                listener("GUARDED", guarded) + "," + listener("BROKER", internalPort) + ","
                        + listener("CONTROLLER", controller));
        settings.put("advertised.listeners", listener("GUARDED", guarded) + "," + listener("BROKER", internalPort));
        settings.put("listener.security.protocol.map", "GUARDED:SASL_PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listener.name.guarded.sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.guarded.plain.sasl.jaas.config",
                MODULE
                        + principals.stream()
                                .map(principal -> "user_" + principal + "=\"" + secret(principal) + "\"")
                                .collect(Collectors.joining(" "))
                        + ";");
        settings.put("authorizer.class.name", DeniedOperationLog.class.getName());
        settings.put("super.users", "User:ANONYMOUS");
        var broker = EmbeddedBroker.start(folder, guarded, controller, settings);
        return new GuardedBroker(broker, "127.0.0.1:" + internalPort);
    }

    /** The bootstrap servers of the listener with authentication. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The client settings of a principal. */
    public static Map<String, String> signIn(String principal) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                MODULE + "username=\"" + principal + "\" password=\"" + secret(principal) + "\";");
    }

    /** The bootstrap servers of the internal listener, without restrictions. */
    public String internal() {
        return internal;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static String secret(String principal) {
        return "the secret of " + principal;
    }

    private static String listener(String name, int port) {
        return name + "://127.0.0.1:" + port;
    }
}
