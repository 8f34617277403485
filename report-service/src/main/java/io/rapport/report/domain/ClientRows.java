package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import java.util.Collection;
import java.util.List;

/** The brand's client list, for who asks what is held on them. Taking the same in twice, or late, changes nothing. */
public interface ClientRows {

    /** Takes rows in; of each client the newest stays. */
    void take(BrandKey brand, Collection<ClientListed> rows);

    /** Forgets rows. */
    void forget(BrandKey brand, Collection<String> clients);

    /** The rows of these clients. */
    List<ClientListed> find(BrandKey brand, Collection<String> clients);
}
