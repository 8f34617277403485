package io.rapport.ingest.web.connections;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.secret.SecretUnreadableException;
import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.domain.connection.ConnectionRequestReader;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.connection.ConnectionService.SavedConnection;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks a request to configure a connection, and saves it. */
@Component
class ConnectionSaver {

    private final ConnectionService connections;
    private final ConnectionRequestReader reader;
    private final BrandCatalogue brands;
    private final Clock clock;

    ConnectionSaver(ConnectionService connections, ConnectionRequestReader reader, BrandCatalogue brands, Clock clock) {
        this.connections = connections;
        this.reader = reader;
        this.brands = brands;
        this.clock = clock;
    }

    /**
     * Saves a connection.
     *
     * @throws InputRejectedException if a part of the request cannot be used
     */
    SavedConnection save(ConnectionKey key, Map<?, ?> body) {
        var request = reader.read(body);
        request.accounts().forEach(account -> requireBrand(key.agency(), account.brand()));
        request.source().source().requireValid(ConnectionSettings.of(request.accounts(), request.settings()));
        try {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return connections.save(key, request, ConnectionSettings.write(request.settings()), now);
        } catch (SecretUnreadableException e) {
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "no-secrets-key",
                            "Secrets cannot be stored",
                            String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    private void requireBrand(String agency, String brand) {
        if (brands.find(new BrandKey(agency, brand)) == null) {
            throw InputRejectedException.invalid(
                    "accounts",
                    "has the brand '%s', which is not registered. Register it first with PUT /v1/agencies/%s/brands/%1$s."
                            .formatted(brand, agency));
        }
    }
}
