package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;

/** The brand's client list, for who asks what is held on them. Taking the same in twice, or late, changes nothing. */
public interface ClientRowRepository {

    /** Takes rows in; of each client the newest stays. */
    void saveNewer(BrandKey brand, Collection<ClientListed> rows);

    /** Forgets rows. */
    void delete(BrandKey brand, Collection<String> clients);

    /** The rows of these clients. */
    List<ClientListed> find(BrandKey brand, Collection<String> clients);
}
