package io.rapport.report.store.decision;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.report.domain.branding.BrandingRepository;
import java.util.List;
import java.util.Optional;

/** The branding of agencies and its outbox in the collection {@code branding}, one document per agency. */
public final class MongoBrandingRepository extends VersionedEventCollection<AgencyBranded>
        implements BrandingRepository {

    /** The repository of a database. */
    public MongoBrandingRepository(MongoDatabase database) {
        super(
                database.getCollection("branding"),
                AgencyBranded.class,
                each -> TopicKeys.join(each.agency()),
                AgencyBranded::version);
    }

    @Override
    public Optional<AgencyBranded> find(String agency) {
        return findByIds(List.of(TopicKeys.join(agency))).stream().findFirst();
    }
}
