package io.rapport.identity.domain;

import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.mongo.IdentityDatabase;

/** All repositories of one store. */
public record IdentityRepositories(
        HandleRepository handles,
        PersonRepository people,
        ClaimRepository claims,
        BrandListRepository lists,
        ReviewRepository reviews,
        PolicyRepository policies,
        ErasureRepository erasures) {

    /** The repositories of a MongoDB database. */
    public static IdentityRepositories of(IdentityDatabase database) {
        return new IdentityRepositories(
                database.handles(),
                database.people(),
                database.claims(),
                database.lists(),
                database.reviews(),
                database.policies(),
                database.erasures());
    }
}
