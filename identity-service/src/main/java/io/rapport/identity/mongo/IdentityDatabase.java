package io.rapport.identity.mongo;

import com.mongodb.client.MongoDatabase;
import io.rapport.identity.domain.family.PersonSearch;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.mongo.BrandCollection;

/** Identity's MongoDB database. */
public final class IdentityDatabase {

    private final MongoDatabase database;

    /** Wraps a database. */
    public IdentityDatabase(MongoDatabase database) {
        this.database = database;
    }

    /** Creates missing indexes; fails while the store is unavailable. */
    public void prepare() {
        handleRepository().prepare();
        personRepository().prepare();
        claimRepository().prepare();
        reviewRepository().prepare();
        erasureRepository().prepare();
    }

    public HandleRepository handles() {
        return handleRepository();
    }

    public PersonRepository people() {
        return personRepository();
    }

    public ClaimRepository claims() {
        return claimRepository();
    }

    public BrandListRepository lists() {
        return new MongoBrandListRepository(collection("clients"), collection("brands"));
    }

    public ReviewRepository reviews() {
        return reviewRepository();
    }

    public PolicyRepository policies() {
        return new MongoPolicyRepository(collection("policies"));
    }

    public ErasureRepository erasures() {
        return erasureRepository();
    }

    public PersonSearch search() {
        return new MongoPersonSearch(collection("people"), collection("handles"));
    }

    private MongoHandleRepository handleRepository() {
        return new MongoHandleRepository(collection("handles"));
    }

    private MongoPersonRepository personRepository() {
        return new MongoPersonRepository(collection("people"));
    }

    private MongoClaimRepository claimRepository() {
        return new MongoClaimRepository(collection("claims"));
    }

    private MongoReviewRepository reviewRepository() {
        return new MongoReviewRepository(collection("reviews"));
    }

    private MongoErasureRepository erasureRepository() {
        return new MongoErasureRepository(collection("erasures"), collection("barred"));
    }

    private BrandCollection collection(String name) {
        return new BrandCollection(database.getCollection(name));
    }
}
