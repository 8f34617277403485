package io.rapport.standalone.access;

import io.rapport.standalone.embedded.EmbeddedBroker;
import io.rapport.standalone.embedded.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A broker whose clients sign in and may do what they were granted; whoever does not sign in is on the inside. */
public final class GuardedBroker implements AutoCloseable {

    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final EmbeddedBroker broker;
    private final String inside;

    private GuardedBroker(EmbeddedBroker broker, String inside) {
        this.broker = broker;
        this.inside = inside;
    }

    /** Starts one that knows these principals. */
    public static GuardedBroker start(Path folder, List<String> principals) {
        var guarded = FreePort.any();
        var inner = FreePort.any();
        var controller = FreePort.any();
        var settings = new HashMap<String, String>();
        settings.put(
                "listeners",
                listener("GUARDED", guarded) + "," + listener("BROKER", inner) + ","
                        + listener("CONTROLLER", controller));
        settings.put("advertised.listeners", listener("GUARDED", guarded) + "," + listener("BROKER", inner));
        settings.put("listener.security.protocol.map", "GUARDED:SASL_PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listener.name.guarded.sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.guarded.plain.sasl.jaas.config",
                MODULE
                        + principals.stream()
                                .map(who -> "user_" + who + "=\"" + secret(who) + "\"")
                                .collect(Collectors.joining(" "))
                        + ";");
        settings.put("authorizer.class.name", DeniedOperationLog.class.getName());
        settings.put("super.users", "User:ANONYMOUS");
        var broker = EmbeddedBroker.start(folder, guarded, controller, settings);
        return new GuardedBroker(broker, "127.0.0.1:" + inner);
    }

    /** Where clients that sign in connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What a client of a principal has to set. */
    public static Map<String, String> signIn(String principal) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                MODULE + "username=\"" + principal + "\" password=\"" + secret(principal) + "\";");
    }

    /** Where those on the inside connect, who may do anything. */
    public String inside() {
        return inside;
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
