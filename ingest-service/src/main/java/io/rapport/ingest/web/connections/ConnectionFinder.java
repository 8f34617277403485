package io.rapport.ingest.web.connections;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Finds the connections that the paths of requests name. */
@Component
class ConnectionFinder {

    private final ConnectionDirectory connections;

    ConnectionFinder(ConnectionDirectory connections) {
        this.connections = connections;
    }

    /**
     * The key of a connection.
     *
     * @throws ProblemException 400 if a part of the path is no token
     */
    static ConnectionKey key(String agency, String connection) {
        return new ConnectionKey(
                TokenParameter.require("agency", agency), TokenParameter.require("connection", connection));
    }

    /**
     * Finds a connection.
     *
     * @throws ProblemException 404 if there is none
     */
    ConnectionConfigured require(String agency, String connection) {
        return connections
                .find(key(agency, connection))
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
