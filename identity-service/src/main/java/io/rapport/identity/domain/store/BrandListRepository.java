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

/** Where the lists are kept that a brand gave us: its clients and its staff. */
public interface BrandListRepository {

    /** Those of the brand's rows with the given client ids. */
    Map<String, ClientListed> findClients(BrandKey brand, Collection<String> clients);

    /** Goes through a brand's rows, in no order, so many at a time. */
    void forEachClientPage(BrandKey brand, int size, Consumer<List<ClientListed>> some);

    /** Goes through all rows of all brands, in no order, so many at a time. */
    void forEachClientPage(int size, Consumer<List<ClientListed>> some);

    /** Stores rows; the newer of two rows of the same client stays. */
    void saveClients(Collection<ClientListed> rows);

    /** Forgets a brand's rows of these clients. */
    void deleteClients(BrandKey brand, Collection<String> clients);

    /** The staff handles of the brands. */
    Set<HandleKey> findStaff(Collection<BrandKey> brands);

    /** Stores a brand's staff; the newer of two registrations stays. */
    void saveStaff(BrandRegistered brand);
}
