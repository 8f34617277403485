package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Stores the client list and the staff list of each brand. */
public interface BrandListRepository {

    /** The rows with the given client ids; unknown ids are left out. */
    Map<String, ClientListed> findClients(BrandKey brand, Collection<String> clients);

    /** Passes a brand's rows on in pages, in no order. */
    void forEachClientPage(BrandKey brand, int size, Consumer<List<ClientListed>> some);

    /** Passes the rows of all brands on in pages, in no order. */
    void forEachClientPage(int size, Consumer<List<ClientListed>> some);

    /** Inserts rows of clients that have none; existing rows are kept. Idempotent. */
    void insertClients(Collection<ClientListed> rows);

    /** Saves rows; the newer of two rows of the same client wins. */
    void saveClients(Collection<ClientListed> rows);

    /** Deletes a brand's rows of these clients. */
    void deleteClients(BrandKey brand, Collection<String> clients);

    /** The staff handles of the brands. */
    Set<HandleKey> findStaff(Collection<BrandKey> brands);

    /** Saves a brand's staff list; the newer registration wins. */
    void saveStaff(BrandRegistered brand);
}
