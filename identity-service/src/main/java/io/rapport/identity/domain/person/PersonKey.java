package io.rapport.identity.domain.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.UUID;

/** A person of one brand. */
public record PersonKey(BrandKey brand, UUID person) {

    /** The person described. */
    public static PersonKey of(PersonDescribed described) {
        return new PersonKey(described.brandKey(), described.person());
    }

    /** The person a handle belongs to. */
    public static PersonKey of(HandleAssigned assigned) {
        return new PersonKey(new BrandKey(assigned.agency(), assigned.brand()), assigned.person());
    }

    /** As a topic key and document id: {@code agency|brand|person}. */
    public String key() {
        return brand.key(person.toString());
    }

    public PersonKey withPerson(UUID id) {
        return new PersonKey(brand, id);
    }
}
