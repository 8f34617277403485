package io.rapport.identity.domain.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.UUID;

/** The key of a person within a brand. */
public record PersonKey(BrandKey brand, UUID person) {

    /** The key of a described person. */
    public static PersonKey of(PersonDescribed described) {
        return new PersonKey(described.brandKey(), described.person());
    }

    /** The person a handle is assigned to. */
    public static PersonKey of(HandleAssigned assigned) {
        return new PersonKey(new BrandKey(assigned.agency(), assigned.brand()), assigned.person());
    }

    /** The topic key and document id: {@code agency|brand|person}. */
    public String key() {
        return brand.key(person.toString());
    }

    public PersonKey withPerson(UUID id) {
        return new PersonKey(brand, id);
    }
}
