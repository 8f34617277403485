package io.rapport.standalone.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's authorizer that records denied operations. */
public final class DeniedOperationLog extends StandardAuthorizer {

    /** Static, because the broker creates its authorizer itself. */
    private static final Queue<String> DENIED_OPERATIONS = new ConcurrentLinkedQueue<>();

    /** Returns and clears the denied operations: principal, operation, resource. */
    public static List<String> drain() {
        var denied = new ArrayList<String>();
        for (var next = DENIED_OPERATIONS.poll(); next != null; next = DENIED_OPERATIONS.poll()) {
            denied.add(next);
        }
        return denied;
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        var results = super.authorize(context, actions);
        for (var i = 0; i < actions.size(); i++) {
            // Checks that only filter a list are not logged by the broker either.
            if (results.get(i) == AuthorizationResult.DENIED && actions.get(i).logIfDenied()) {
                DENIED_OPERATIONS.add(context.principal() + " " + actions.get(i).operation() + " "
                        + actions.get(i).resourcePattern().name());
            }
        }
        return results;
    }
}
