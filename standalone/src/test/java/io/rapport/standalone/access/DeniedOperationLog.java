package io.rapport.standalone.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which remembers whom it refused what. */
public final class DeniedOperationLog extends StandardAuthorizer {

    /** The broker makes its authorizer itself, so what it saw has to be where the test can see it. */
    private static final Queue<String> REFUSED = new ConcurrentLinkedQueue<>();

    /** What was refused since it was asked last: principal, operation, resource. */
    public static List<String> refused() {
        var refused = new ArrayList<String>();
        for (var next = REFUSED.poll(); next != null; next = REFUSED.poll()) {
            refused.add(next);
        }
        return refused;
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        var results = super.authorize(context, actions);
        for (var i = 0; i < actions.size(); i++) {
            // What is only asked for to leave it out of a list is not logged by the broker either.
            if (results.get(i) == AuthorizationResult.DENIED && actions.get(i).logIfDenied()) {
                REFUSED.add(context.principal() + " " + actions.get(i).operation() + " "
                        + actions.get(i).resourcePattern().name());
            }
        }
        return results;
    }
}
