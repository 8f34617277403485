package io.rapport.report.store.decision;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.AgencyBranded;
import io.rapport.report.domain.branding.BrandingRepository;
import io.rapport.report.domain.store.EventOutbox;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The branding of agencies and its outbox in the collection {@code branding}, one document per agency. */
public final class MongoBrandingRepository implements BrandingRepository, EventOutbox<AgencyBranded> {

    private final VersionedEventCollection<AgencyBranded> agencies;

    /** The repository of a database. */
    public MongoBrandingRepository(MongoDatabase database) {
        this.agencies = new VersionedEventCollection<>(
                database.getCollection("branding"),
                AgencyBranded.class,
                each -> TopicKeys.join(each.agency()),
                AgencyBranded::version);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        agencies.createIndexes();
    }

    @Override
    public Optional<AgencyBranded> find(String agency) {
        return agencies.findAll(List.of(TopicKeys.join(agency))).stream().findFirst();
    }

    @Override
    public boolean saveNextVersion(AgencyBranded branding) {
        return agencies.saveNextVersion(branding);
    }

    @Override
    public void saveNewer(Collection<AgencyBranded> published) {
        agencies.saveNewer(published);
    }

    @Override
    public List<AgencyBranded> findPending() {
        return agencies.findPending();
    }

    @Override
    public void markPublished(AgencyBranded branding) {
        agencies.markPublished(branding);
    }
}
