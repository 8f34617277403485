package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;

/** Rows of client lists, for the export of a person's data. Saves are idempotent. */
public interface ClientRowRepository {

    /** Saves rows; of each client, the latest one is kept. */
    void saveNewer(Collection<ClientListed> rows);

    /** Deletes the rows of these clients. */
    void delete(BrandKey brand, Collection<String> clients);

    /** The rows of these clients. */
    List<ClientListed> find(BrandKey brand, Collection<String> clients);
}
